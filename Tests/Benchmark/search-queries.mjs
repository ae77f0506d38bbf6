// Queries of every kind for a built site, drawn from its own pages and index: `node search-queries.mjs SITE [COUNT]`.
// Prints JSON: for each kind a list of queries, the same on every run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { client, openIndex, pick, random } from '../ClientTests/support.mjs';

const [site, count = '20'] = process.argv.slice(2);
const next = random(11), between = (low, high) => low + Math.floor(next() * (high - low + 1));

/** The text of a page's body, as runs of Han characters and words. */
function textOf(path) {
  const html = readFileSync(join(site, path, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<h1'), html.lastIndexOf('</main>'));
  return client.tokenize(main.replace(/<(script|style|pre)[\s\S]*?<\/\1>|<[^>]*>|&\w+;/g, '|'));
}

const index = openIndex(site);
await index.open();
const paths = ['zh/questions', 'zh/terms', 'en/questions', 'en/terms']
  .flatMap((folder) => readdirSync(join(site, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`))
  .sort();
const isChinese = (path) => path.startsWith('zh');
const runs = [], words = [];
while (runs.length < 400 || words.length < 400) {
  let run = '', end = 0;
  for (const token of textOf(pick(next, paths))) {
    if (token.han && token.start === end) run += token.text;
    else { if (run.length > 7) runs.push(run); run = token.han ? token.text : ''; }
    end = token.end;
    if (!token.han && /^[a-z]{5,}$/.test(token.text)) words.push(token.text);
  }
}
const piece = (length) => { const run = pick(next, runs), start = between(0, run.length - length); return run.slice(start, start + length); };
const slip = (word) => { const at = between(1, word.length - 2); return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2); };

// Names and their spellings, as the index has them.
await Promise.all(index.starts.map((_, i) => index.shard(i)));
const keys = index.shards.flatMap((shard) => shard.keys), spellings = keys.filter((key) => key.includes("'") && !key.endsWith("'")).map((key) => key.split("'"));
const full = spellings.filter((parts) => parts.length === 2).map((parts) => parts[0]), initials = spellings.filter((parts) => parts.length === 3);
const names = initials.map((parts) => parts[2]);

const kinds = {
  term: () => pick(next, names),
  'one character': () => piece(1),
  'two characters': () => piece(2),
  'three characters': () => piece(3),
  'four characters': () => piece(4),
  'long Chinese': () => piece(8),
  'several Chinese': () => `${piece(2)} ${piece(2)}`,
  word: () => pick(next, words),
  'beginning of a word': () => pick(next, words).slice(0, 3),
  'two words': () => `${pick(next, words)} ${pick(next, words)}`,
  typo: () => slip(pick(next, words)),
  pinyin: () => pick(next, full),
  initials: () => pick(next, initials)[1].split(' ').map((part) => part[0]).join(''),
  'mixed pinyin': () => { const [, reading] = pick(next, initials); return reading.split(' ').map((part, i) => (i ? part[0] : part)).join(''); },
  mixed: () => `${piece(2)} ${pick(next, words)}`,
  question: () => `请问${piece(4)}和${piece(4)}有什么区别`,
};
const queries = {};
for (const kind in kinds) queries[kind] = Array.from({ length: Number(count) }, kinds[kind]);
console.log(JSON.stringify(queries));
