// How many files a search loads before its first result, and in all.
import assert from 'node:assert/strict';
import test from 'node:test';
import { makeCorpus } from './corpus.mjs';
import { buildIndex, client, fieldsOf, openIndex, pick, random, withoutBuilder } from './support.mjs';

const corpus = makeCorpus(600);
const folder = withoutBuilder ? null : buildIndex(corpus);
const options = { skip: withoutBuilder };

/** The files loaded until a first page is known, its title included, and in all. */
async function loadedBy(query) {
  const loaded = [], index = openIndex(folder, (name, text) => { loaded.push(name); return text; });
  let first = 0;
  const show = async ({ pages }) => { await index.page(pages[0]); first = loaded.length; };
  const found = await client.search(index, query, 'zh', show);
  if (!first && found.pages.length) await show(found);
  return { first, all: loaded.length, found };
}

const runsOf = (page) => fieldsOf(page).flatMap((field) => field.match(/\p{Script=Han}+/gu) || []);

test('shows a first result after four files, however long the run', options, async () => {
  const next = random(6);
  let long = 0;
  for (let round = 0; round < 150; round++) {
    const run = pick(next, runsOf(pick(next, corpus.pages))), text = run.slice(0, 4 + Math.floor(next() * 14));
    const { first, all, found } = await loadedBy(text);
    assert.ok(found.whole > 0 && first <= 4 && all <= 8, `${text}: ${first}, ${all}`);
    if (text.length > 8) long++;
  }
  assert.ok(long > 10);
});

test('shows a first result after four files for questions, and asks for no more than a few', options, async () => {
  const next = random(7);
  for (let round = 0; round < 60; round++) {
    const [one, other] = [0, 0].map(() => pick(next, runsOf(pick(next, corpus.pages))).slice(0, 6));
    const { first, all } = await loadedBy(`为什么${one}需要${other}，它和transformer有什么区别`);
    // The root, six shards at most (FIRST + TELLING) and what `core` needs, and the titles of the eight pages that are compared.
    assert.ok(first > 0 && first <= 4 && all <= 17, `${one} ${other}: ${first}, ${all}`);
  }
});

test('shows a first result after four files for slips at the beginning of a word and in pinyin', options, async () => {
  for (const text of ['ttention', 'tatention', 'rtansformer', 'uantization', 'geadient', 'yuyanmoxin', 'attentoin']) {
    const { first, found } = await loadedBy(text);
    assert.ok(found.pages.length > 0 && first <= 4, `${text}: ${first}, ${found.pages.length}`);
  }
});

test('has the beginning of each page beside its title', options, async () => {
  const index = openIndex(folder), byPath = new Map(corpus.pages.map((page) => [page.path, page]));
  await index.open();
  for (let number = 0; number < index.size; number += 7) {
    const [path, lead, title] = await index.page(number), page = byPath.get(path);
    assert.equal(title, page.title);
    const lines = page.sections.map((section) => section.text).join('\n');
    const text = lines.trim().replace(/([^\p{P}\s])[^\S\n]*\n\s*/gu, '$1 · ').replace(/\s+/g, ' ').trim(), shown = lead.replace(/…$/, '');
    assert.ok(lead && text.startsWith(shown) && (text === shown || lead.endsWith('…')) && Buffer.byteLength(shown) <= 180, lead);
  }
});

test('knows of words and pairs in titles how common they are, before it loads any', options, async () => {
  const index = openIndex(folder);
  await index.open();
  assert.ok(index.shards.length === 0 && index.commonness('模型') > 0 && index.commonness('模型') < 8);
  assert.ok(index.commonness('attention') >= index.commonness('bert'));
  assert.equal(index.commonness('龘龘'), 99);
  assert.equal(index.commonness('nonexistentword'), -1);
});

test('finds the same whatever earlier queries have loaded', options, async () => {
  const next = random(10), warm = openIndex(folder);
  await warm.open();
  await Promise.all(warm.starts.map((_, i) => warm.shard(i)));
  for (let round = 0; round < 40; round++) {
    const [one, other] = [0, 0].map(() => pick(next, runsOf(pick(next, corpus.pages))).slice(0, 6));
    for (const query of [`为什么${one}需要${other}`, one + other]) {
      const [cold, later] = await Promise.all([openIndex(folder), warm].map((index) => client.search(index, query, 'zh')));
      assert.deepEqual(later.pages, cold.pages, query);
    }
  }
});

test('suggests the same whatever earlier queries have loaded', options, async () => {
  // Words that begin alike fill many files.
  const next = random(8), letter = () => pick(next, [...'aeimnorst']);
  const words = Array.from({ length: 6000 }, () => 'pre' + letter() + letter() + letter() + letter() + letter());
  const pages = Array.from({ length: 60 }, (_, i) => ({
    path: `en/pages/${i}/`, language: 'en', kind: 'page', title: `Page ${i}`,
    sections: [{ anchor: null, heading: '', text: words.slice(100 * i, 100 * i + 100).join(' ') }],
  }));
  const folder = buildIndex({ pages, concepts: [] }), warm = openIndex(folder);
  await warm.open();
  await Promise.all(warm.starts.map((_, i) => warm.shard(i)));
  let many = 0;
  for (const word of words.slice(0, 60)) {
    const slip = word.slice(0, 3) + word[4] + word[3] + word.slice(5) + (word[3] === word[4] ? 'x' : '');
    const [cold, later] = await Promise.all([openIndex(folder), warm].map((index) => client.search(index, slip, 'en')));
    assert.deepEqual([later.pages, later.suggestions, later.terms], [cold.pages, cold.suggestions, cold.terms], slip);
    if (cold.pages.length) many++;
  }
  assert.ok(many > 20);
});
