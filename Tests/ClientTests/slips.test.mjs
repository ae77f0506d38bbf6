// Slips of the finger, made at random: what is forgiven is found, wherever in a word it happens.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildIndex, client, openIndex, pick, random, withoutBuilder } from './support.mjs';

const options = { skip: withoutBuilder };
const next = random(12), LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** A word with one slip more: a letter changed, left out, added, or two swapped. */
function slip(word) {
  const at = Math.floor(next() * word.length), letter = pick(next, LETTERS);
  return pick(next, [
    () => word.slice(0, at) + letter + word.slice(at + 1), () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at),
    () => (at + 1 < word.length ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) : letter + word),
  ])();
}

// Words like those of a language, each in the title of one page, and as many that only a text has.
const syllable = () => pick(next, ['st', 'tr', 'b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 'qu', 'tion', 'v']) + pick(next, ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'ing', 'al']);
const words = [...new Set(Array.from({ length: 500 }, () => Array.from({ length: 2 + Math.floor(next() * 4) }, syllable).join('')))]
  .filter((word) => word.length > 3 && word.length < 25);
const pages = words.map((word, number) => ({
  path: `en/terms/${1000 + number}/`, language: 'en', kind: 'term', title: number % 3 ? word : `${word} 模型`,
  sections: [{ anchor: null, heading: '', text: Array.from({ length: 12 }, syllable).join(' ') }],
}));
const folder = withoutBuilder ? null : buildIndex({ pages, concepts: [] });

test('finds every word of a title through one slip from four letters on, through two from eight', options, async () => {
  const files = openIndex(folder);
  let loaded = new Set(), long = 0, many = 0, tried = 0;
  const missed = [];
  for (let number = 0; number < words.length; number++) {
    const word = words[number];
    for (const count of word.length < 8 ? [1] : [1, 2]) {
      let typed = word;
      for (let i = 0; i < count; i++) typed = slip(typed);
      // What is a word by itself, or begins some, is taken for that. A letter put between two that were swapped makes three slips of two.
      if (typed.length < 3 || client.distanceFrom(word)(typed) > count || words.some((other) => other.startsWith(typed))) continue;
      const index = new client.Index(async (name) => { loaded.add(name); return files.file(name); });
      loaded = new Set();
      let first = 0;
      const show = async (found) => { await index.page(found.pages[0]); first = loaded.size; };
      const found = await client.search(index, typed, 'en', show);
      if (!first && found.pages.length) await show(found);
      tried++;
      if (!found.pages.includes(number)) missed.push(`${typed} for ${word}`);
      if (count === 2) long++;
      // What may be first letters of syllables is looked for as such before.
      if (first > (client.isTyped(client.readings(typed)[0] || []) ? 5 : 4)) many++;
    }
  }
  assert.ok(tried > 500 && long > 200, `${tried}, ${long}`);
  assert.deepEqual(missed, []);
  assert.ok(!many, `${many} of ${tried} needed more than four files`);
});

test('suggests what is near where nothing is found', options, async () => {
  const corpus = { pages: [{ path: 'zh/terms/fine-tuning/', language: 'zh', kind: 'term', title: '微调', termNames: ['fine-tuning'], sections: [] }],
    concepts: [['微调', 'fine-tuning']] };
  const index = openIndex(buildIndex(corpus));
  for (const [typed, expected] of [['weitiou', '微调'], ['tumimg', 'tuning']]) {
    const { pages, suggestions } = await client.search(index, typed, 'zh');
    assert.deepEqual(pages, [], typed);
    assert.ok(suggestions.includes(expected), `${typed}: ${suggestions}`);
  }
  assert.equal((await client.search(index, 'fimetunign', 'zh')).pages.length, 1);
  assert.deepEqual((await client.search(index, 'qqqqqqqq', 'zh')).suggestions, []);
});
