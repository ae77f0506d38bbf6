import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { client, contentOf } from './support.mjs';

const cases = JSON.parse(readFileSync(new URL('../Fixtures/tokenizer.json', import.meta.url), 'utf8'));

// The table of traditional characters comes with an index.
const index = new client.Index(async () => '機机學学習习與与註注豈岂');
index.root = { traditional: 'h' };
await index.loadTraditional();

for (const { name, text, tokens } of cases) {
  test(name, () => {
    assert.deepEqual(client.tokenize(text).map((token) => token.text), tokens);
  });
}

test('tells where tokens stand in the text', () => {
  const text = '用 LoRA—微调ﬁne';
  assert.deepEqual(client.tokenize(text).map((token) => text.slice(token.start, token.end)), ['用', 'LoRA', '微', '调', 'ﬁne']);
});

test('writes all spellings of the same tokens alike', () => {
  for (const text of ['Low-Rank Adaptation 低秩 适配', 'low rank  adaptation低秩适配']) {
    assert.equal(client.canonical(client.tokenize(text)), 'low rank adaptation低秩适配');
  }
});

test('survives lone surrogates', () => {
  assert.deepEqual(client.tokenize('a\uD800b\uDC00').map((token) => token.text), ['a', 'b']);
});

test('runs a file of the index', () => {
  assert.equal(contentOf('ciyuanSearch("a","b")'), 'b');
  assert.throws(() => contentOf('ciyuanSearch("a","b'));
});
