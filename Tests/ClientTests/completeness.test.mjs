// The client against a naive scan of all pages: no page missed, none too many.
import assert from 'node:assert/strict';
import test from 'node:test';
import { makeCorpus } from './corpus.mjs';
import { buildIndex, client, fieldsOf, openIndex, pathsOf, pick, random, withoutBuilder } from './support.mjs';

const { tokenize } = client;

/** The words that are found besides: `gpt-4` as `gpt4`. */
function joinedWords(text, tokens) {
  const joined = [];
  let words = [];
  const end = () => {
    const word = words.map((token) => token.text).join('');
    if (words.length > 1 && words.length < 5 && word.length <= 40) joined.push(word);
    words = [];
  };
  for (const token of tokens) {
    const last = words.at(-1);
    if (last && !/^[-._]$/.test(text.slice(last.end, token.start).normalize('NFKD'))) end();
    if (token.han) end();
    else words.push(token);
  }
  end();
  return joined;
}

/** The fields of each page as the scan sees them: Han characters in runs, words between spaces. */
function scanned(corpus) {
  return corpus.pages.map((page) => ({
    path: page.path,
    fields: fieldsOf(page).map((field) => {
      const tokens = tokenize(field);
      return { han: tokens.map((token) => (token.han && token.text !== '\n' ? token.text : ' ')).join(''),
        words: [...tokens.filter((token) => !token.han).map((token) => token.text), ...joinedWords(field, tokens)] };
    }),
  }));
}

const hasHan = (page, run) => page.fields.some((field) => field.han.includes(run));
const hasWord = (page, prefix) => page.fields.some((field) => field.words.some((word) => word.startsWith(prefix)));

const corpus = makeCorpus(300);
const pages = scanned(corpus);
const folder = withoutBuilder ? null : buildIndex(corpus);

test('finds every run of Han characters and nothing else', { skip: withoutBuilder }, async () => {
  const next = random(2), index = openIndex(folder);
  for (let round = 0; round < 600; round++) {
    const run = pick(next, pick(next, pages).fields).han;
    const start = Math.floor(next() * run.length), text = run.slice(start, start + 1 + Math.floor(next() * 9)).trim();
    if (!text || text.includes(' ')) continue;
    const expected = pages.filter((page) => hasHan(page, text)).map((page) => page.path);
    assert.deepEqual((await pathsOf(index, corpus, text)).sort(), expected.sort(), text);
  }
});

test('takes no heed of marks between Han characters, on pages and in queries', { skip: withoutBuilder }, async () => {
  const next = random(9), index = openIndex(folder);
  let many = 0;
  for (let round = 0; round < 300; round++) {
    const run = pick(next, pick(next, pages).fields).han, start = Math.floor(next() * run.length);
    const text = run.slice(start, start + 2 + Math.floor(next() * 5));
    if (text.length < 2 || text.includes(' ')) continue;
    const at = 1 + Math.floor(next() * (text.length - 1)), query = text.slice(0, at) + pick(next, ['，', '、', '。', '“', '-', '/']) + text.slice(at);
    const expected = pages.filter((page) => hasHan(page, text)).map((page) => page.path);
    assert.deepEqual((await pathsOf(index, corpus, query)).sort(), expected.sort(), query);
    many++;
  }
  assert.ok(many > 100);
});

test('needs no look at a page to find three characters', { skip: withoutBuilder }, async () => {
  const next = random(3), index = openIndex(folder);
  let looks = 0, hits = 0;
  for (let round = 0; round < 200; round++) {
    const run = pick(next, pick(next, pages).fields).han, start = Math.floor(next() * run.length);
    const text = run.slice(start, start + 3);
    if (text.length < 3 || text.includes(' ')) continue;
    const { pages: found, check } = await client.search(index, text, 'zh');
    hits += found.length;
    looks += [...found].filter((page, rank) => check(rank).length).length;
  }
  assert.ok(looks < hits / 50, `${looks} looks for ${hits} hits`);
});

test('finds every word and every beginning of one', { skip: withoutBuilder }, async () => {
  const next = random(4), index = openIndex(folder);
  for (let round = 0; round < 300; round++) {
    const word = pick(next, pick(next, pick(next, pages).fields).words);
    if (!word) continue;
    const text = word.slice(0, 1 + Math.floor(next() * word.length));
    const expected = pages.filter((page) => hasWord(page, text)).map((page) => page.path);
    const found = await pathsOf(index, corpus, text);
    assert.deepEqual(expected.filter((path) => !found.includes(path)), [], text);
    const isWord = pages.some((page) => page.fields.some((field) => field.words.includes(text)));
    if (isWord) assert.deepEqual(found.sort(), expected.sort(), text);
  }
});

test('finds the pages that have all of several parts', { skip: withoutBuilder }, async () => {
  const next = random(5), index = openIndex(folder);
  for (let round = 0; round < 200; round++) {
    const page = pick(next, pages), field = pick(next, page.fields), other = pick(next, page.fields);
    const start = Math.floor(next() * field.han.length), run = field.han.slice(start, start + 2 + Math.floor(next() * 2)).trim();
    const word = pick(next, other.words);
    if (!word || !run || run.includes(' ')) continue;
    const expected = pages.filter((page) => hasHan(page, run) && hasWord(page, word)).map((page) => page.path);
    for (const query of [`${run} ${word}`, `${word}${run}`, `${run}，${word.toUpperCase()}`]) {
      assert.deepEqual((await pathsOf(index, corpus, query)).sort(), expected.sort(), query);
    }
  }
});

test('gives the same results however a text is written', { skip: withoutBuilder }, async () => {
  const index = openIndex(folder);
  const plain = await pathsOf(index, corpus, '位置编码');
  assert.ok(plain.length > 10);
  assert.deepEqual(await pathsOf(index, corpus, '位置編碼'), plain);
  assert.deepEqual(await pathsOf(index, corpus, ' “位置编码” '), plain);
  assert.deepEqual(await pathsOf(index, corpus, 'ＢＥＲＴ'), await pathsOf(index, corpus, 'bert'));
});

test('does not find what stands on no page', { skip: withoutBuilder }, async () => {
  const index = openIndex(folder);
  for (const text of ['编码器器', '模模', '龘', '大大模型', 'qqqqqqqq', '的的的的']) {
    const expected = pages.filter((page) => hasHan(page, text)).map((page) => page.path);
    assert.deepEqual(await pathsOf(index, corpus, text), expected, text);
  }
});
