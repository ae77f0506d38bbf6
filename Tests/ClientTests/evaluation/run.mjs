// How well the search finds what people look for: `node run.mjs SITE [QUERIES]`. Prints MRR@10 and success@1.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { client, openIndex } from '../support.mjs';

const [site, file = fileURLToPath(new URL('queries.tsv', import.meta.url))] = process.argv.slice(2);
if (!site) { console.error('usage: node run.mjs SITE [QUERIES]'); process.exit(2); }
const index = openIndex(site);
const rows = readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));

/** `zh/terms/lora/` is the document `terms/lora`. */
const documentOf = (path) => path.split('/').slice(1, 3).join('/');

const kinds = new Map();
const missed = [];
for (const [kind, language, query, wanted] of rows) {
  const { pages } = await client.search(index, query, language);
  const found = await Promise.all([...pages.slice(0, 10)].map(async (page) => documentOf((await index.page(page))[0])));
  const rank = found.findIndex((document) => wanted.split(' ').includes(document)) + 1;
  const sums = kinds.get(kind) || { count: 0, reciprocal: 0, first: 0 };
  sums.count++;
  sums.reciprocal += rank ? 1 / rank : 0;
  sums.first += rank === 1 ? 1 : 0;
  kinds.set(kind, sums);
  if (rank !== 1) missed.push([rank || '-', kind, query, 'wanted ' + wanted, 'found ' + [...new Set(found)].slice(0, 3).join(' ')].join('  '));
}

const print = (name, { count, reciprocal, first }) =>
  console.log(name.padEnd(14), String(count).padStart(4), (reciprocal / count).toFixed(3), (first / count).toFixed(3));
console.log('kind           n    MRR@10 success@1');
const all = { count: 0, reciprocal: 0, first: 0 };
for (const [kind, sums] of kinds) {
  print(kind, sums);
  for (const key in all) all[key] += sums[key];
}
print('all', all);
if (process.env.VERBOSE) console.log(missed.join('\n'));
