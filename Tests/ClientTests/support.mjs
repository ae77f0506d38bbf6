// What the tests of the search client share: the client itself, indexes in memory or on disk, a corpus.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** A script as a site publishes it: its parts in one strict function. The client's here hands over what the tests call. */
function joinedParts(script) {
  const folder = join(project, 'Templates/assets', script);
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js')).sort();
  return '"use strict";\n' + parts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
const names = 'tokenize, canonical, Index, search, contains, findTerms, wantedOf, distanceFrom, isTyped, readings, Combobox';
export const client = new Function(`${joinedParts('search')}\nreturn { ${names} };`)();

/** What the client loads when it has shown results. */
export let excerpts;
new Function('location', 'window', joinedParts('excerpts'))(new URL('https://example.org/'), { ciyuanSearch(name, content) { excerpts = content; } });

/** Runs a file of the index as a browser would. Throws where the file is damaged. */
export function contentOf(text) {
  let content;
  vm.runInNewContext(text, { URL, ciyuanSearch: (name, given) => { content = given; } });
  if (content === undefined) throw new Error('the file handed nothing over');
  return content;
}

/** What questions are made of: the strings of a site, which an index of a test comes without. */
const messages = Object.fromEntries(['en', 'zh'].map((language) => [language, Object.fromEntries(
  [...readFileSync(join(project, `Templates/strings/${language}.yml`), 'utf8').matchAll(/^results(Asking|Joining|Why|What): (.*)$/gm)]
    .map(([, key, text]) => [key.toLowerCase(), text]))]));

/** An index read from a folder; `alter(name, text)` may change what is read. */
export function openIndex(folder, alter = (name, text) => text) {
  return new client.Index(async (name) => {
    const content = contentOf(alter(name, readFileSync(join(folder, 'search', name + '.js'), 'utf8')));
    if (name === 'index') content.messages = messages;
    return content;
  });
}

const builder = ['debug', 'release'].map((kind) => join(project, '.build', kind, 'search-fixture')).find(existsSync);
export const withoutBuilder = builder ? false : 'search-fixture is not built: swift build --product search-fixture';

/** Writes the index of a corpus into a new folder. */
export function buildIndex(corpus) {
  const folder = mkdtempSync(join(tmpdir(), 'ciyuan-search-'));
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify(corpus));
  execFileSync(builder, [join(folder, 'corpus.json'), folder]);
  return folder;
}

/** Numbers that look random and are the same each time (mulberry32). */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (next, list) => list[Math.floor(next() * list.length)];

/** Every field of a page: no phrase crosses from one to another. */
export const fieldsOf = (page) => [page.title, ...(page.aliases || []), ...(page.termNames || []), ...(page.tags || []),
  ...page.sections.flatMap((section) => [section.heading, section.text])];

/** The paths of all hits, those that need a look at the page's text after such a look. */
export async function pathsOf(index, corpus, query, language = 'zh') {
  const byPath = new Map(corpus.pages.map((page) => [page.path, page]));
  const { pages, whole, check } = await client.search(index, query, language);
  const paths = [];
  for (let rank = 0; rank < whole; rank++) {
    const [path] = await index.page(pages[rank]);
    if (check(rank).every((run) => client.contains(fieldsOf(byPath.get(path)), run))) paths.push(path);
  }
  return paths;
}
