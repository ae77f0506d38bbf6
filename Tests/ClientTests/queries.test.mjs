// What queries mean: names in two languages, pinyin, slips of the finger, bad input, damaged files.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildIndex, client, excerpts, openIndex, pathsOf, withoutBuilder } from './support.mjs';

const text = (words) => [{ anchor: null, heading: '', text: words }];
const corpus = {
  concepts: [['注意力机制', '注意力', 'attention'], ['基于人类反馈的强化学习', 'RLHF', 'reinforcement learning from human feedback'],
    ['大语言模型', '大模型', 'LLM'], ['微调', 'fine-tuning'], ['低秩适配', 'LoRA', 'low-rank adaptation']],
  pages: [
    { path: 'zh/terms/attention/', language: 'zh', kind: 'term', title: '注意力机制', termNames: ['注意力', 'attention'], sections: text('按相关程度加权的方法。') },
    { path: 'en/terms/attention/', language: 'en', kind: 'term', title: 'Attention', termNames: ['注意力机制', '注意力'], sections: text('A weighted sum of values.') },
    { path: 'zh/terms/rlhf/', language: 'zh', kind: 'term', title: '基于人类反馈的强化学习', termNames: ['RLHF'], sections: text('用奖励模型训练策略。') },
    { path: 'zh/questions/why/', language: 'zh', kind: 'question', title: '大模型为什么需要注意力？', aliases: ['LLM 为什么用注意力'], sections: text('因为大模型要看上下文。微调也一样。') },
    { path: 'en/questions/why/', language: 'en', kind: 'question', title: 'Why do models need attention?', sections: text('Transformers and LLM context windows.') },
    { path: 'zh/questions/lora/', language: 'zh', kind: 'question', title: 'LoRA 微调的秩怎么选？', sections: text('低秩适配的秩一般取八。大 … 模型 大的模型。') },
    { path: 'en/pages/gptq/', language: 'en', kind: 'page', title: 'GPTQ', sections: text('GPTQ needs 4 bits, or 3.') },
    { path: 'en/pages/models/', language: 'en', kind: 'page', title: 'Models', sections: text('GPT-4, GPT-4o and top-p sampling.') },
    { path: 'zh/pages/about/', language: 'zh', kind: 'page', title: '关于', sections: text('说明 transformer 与 embedding。\n一格\n二格') },
  ],
};
const folder = withoutBuilder ? null : buildIndex(corpus);
const options = { skip: withoutBuilder };
const first = async (query, language = 'zh') => {
  const index = openIndex(folder), { pages } = await client.search(index, query, language);
  return (await index.page(pages[0]))[0];
};

test('puts the page first that is called so', options, async () => {
  assert.equal(await first('注意力'), 'zh/terms/attention/');
  assert.equal(await first('基于人类反馈的强化学习'), 'zh/terms/rlhf/');
  assert.equal(await first('大模型为什么需要注意力'), 'zh/questions/why/');
});

test('finds in one language what the other names', options, async () => {
  assert.deepEqual((await pathsOf(openIndex(folder), corpus, 'attention')).sort(), (await pathsOf(openIndex(folder), corpus, '注意力')).sort());
  assert.equal(await first('RLHF'), 'zh/terms/rlhf/');
  assert.ok((await pathsOf(openIndex(folder), corpus, 'fine-tuning')).includes('zh/questions/lora/'));
  assert.ok((await pathsOf(openIndex(folder), corpus, 'low rank adaptation')).includes('zh/questions/lora/'));
});

test("puts the reader's language first", options, async () => {
  const english = await pathsOf(openIndex(folder), corpus, 'attention', 'en'), chinese = await pathsOf(openIndex(folder), corpus, 'attention', 'zh');
  assert.ok(english[0].startsWith('en/') && english.findLastIndex((path) => path.startsWith('en/')) < english.findIndex((path) => path.startsWith('zh/')));
  assert.ok(chinese[0].startsWith('zh/'));
});

for (const query of ['zhuyili', 'zyl', 'zhu yi li', 'zhuyl', 'zyili', 'zhuyilijizhi', 'zuyili', 'zhuyil', 'ZHUYILI']) {
  test(`reads ${query} as pinyin`, options, async () => assert.equal(await first(query), 'zh/terms/attention/'));
}

test('reads the pinyin of titles', options, async () => assert.equal(await first('damoxingweishenme'), 'zh/questions/why/'));

for (const query of ['atention', 'attentoin', 'ttention', 'attentiom', 'attention']) {
  test(`takes ${query} for attention`, options, async () => assert.equal(await first(query), 'zh/terms/attention/'));
}

for (const [query, expected] of [['住意力机制', 'attention'], ['注义力', 'attention'], ['注意利', 'attention'], ['低秩是配', 'lora']]) {
  test(`takes ${query} for a name that differs by a character, and says so`, options, async () => {
    const index = openIndex(folder), { pages, whole } = await client.search(index, query, 'zh');
    assert.equal(whole, 0);
    assert.ok((await index.page(pages[0]))[0].includes(expected));
  });
}

test('does not pass a slip off as what was asked for', options, async () => {
  assert.equal((await client.search(openIndex(folder), 'atention', 'zh')).whole, 0);
  assert.ok((await client.search(openIndex(folder), 'zhuyili', 'zh')).whole > 0);
});

for (const query of ['loraweitiao', 'lora weitiao']) {
  test(`reads ${query} as a word and pinyin`, options, async () => assert.equal(await first(query), 'zh/questions/lora/'));
}

test('takes a word with a hyphen for one', options, async () => {
  assert.deepEqual(await pathsOf(openIndex(folder), corpus, 'GPT-4'), ['en/pages/models/']);
  assert.deepEqual(await pathsOf(openIndex(folder), corpus, 'top-p'), ['en/pages/models/']);
  // Where no page has it so, its parts are looked for.
  assert.deepEqual(await pathsOf(openIndex(folder), corpus, 'gptq-needs'), ['en/pages/gptq/']);
});

test('does not take characters apart for a run', options, async () => {
  const paths = await pathsOf(openIndex(folder), corpus, '大的模型');
  assert.deepEqual(paths, ['zh/questions/lora/']);
  assert.ok(!(await pathsOf(openIndex(folder), corpus, '看大模型')).length);
});

test('finds nothing across the end of a paragraph or a cell', options, async () => {
  assert.deepEqual(await pathsOf(openIndex(folder), corpus, '一格'), ['zh/pages/about/']);
  for (const query of ['格二', '一格二格']) assert.deepEqual(await pathsOf(openIndex(folder), corpus, query), [], query);
});

test('parts cells and items in an excerpt', () => {
  const { text } = excerptOf([{ heading: '', text: '一格\n二格。\n三格' }], ['二']);
  assert.equal(text, '一格 · 二格。\n三格');
});

test('answers a question by its words where no page has it whole', options, async () => {
  const index = openIndex(folder), { pages, whole } = await client.search(index, '为什么大模型会用到注意力呢', 'zh');
  assert.equal(whole, 0);
  assert.equal((await index.page(pages[0]))[0], 'zh/questions/why/');
});

test('answers what something is by its own page', options, async () => {
  const index = openIndex(folder), { pages } = await client.search(index, '什么是RLHF', 'zh');
  assert.equal((await index.page(pages[0]))[0], 'zh/terms/rlhf/');
});

const bad = { nothing: '', spaces: ' \t\n', marks: '“…”！？', long: '大模型'.repeat(3334), 'long word': 'a'.repeat(10000), 'right to left': 'שלום عالم',
  emoji: '😀👨‍👩‍👧', 'lone surrogates': '\uD800注\uDC00意', markup: '<script>alert(1)</script>', 'a property': '__proto__ constructor', nul: '注\u0000意',
  quotes: "'\"`\\", 'an index key': "'zyl'zhu", star: 'a*', 'many words': 'a b c d e f g '.repeat(200) };
for (const [name, query] of Object.entries(bad)) {
  test(`survives ${name}`, options, async () => {
    const { pages, whole } = await client.search(openIndex(folder), query, 'zh');
    assert.ok(whole <= pages.length);
  });
}

test('fails where a file is missing, and works once it is there', options, async () => {
  let broken = true;
  const index = openIndex(folder, (name, content) => { if (broken && name[0] === 'k') throw new Error('missing'); return content; });
  await assert.rejects(client.search(index, '注意力', 'zh'));
  broken = false;
  assert.ok((await client.search(index, '注意力', 'zh')).pages.length);
});

test('fails where a file is cut short at any place', options, async () => {
  for (const share of [0, 0.3, 0.6, 0.95]) {
    const index = openIndex(folder, (name, content) => (name[0] === 'k' ? content.slice(0, content.length * share) : content));
    await assert.rejects(client.search(index, '注意力', 'zh'));
    const inside = openIndex(folder, (name, content) => (name[0] === 'k' ? content.replace(/",".*"/, (data) => data.slice(0, 3 + 4 * Math.floor(data.length * share / 4)) + '"') : content));
    await assert.rejects(client.search(inside, '注意力', 'zh'));
  }
});

test('refuses an index of another version', options, async () => {
  const index = openIndex(folder, (name, content) => content.replace('"version":6', '"version":99'));
  await assert.rejects(client.search(index, '注意力', 'zh'));
});

test('measures slips: letters changed, left out, added, swapped', () => {
  for (const [a, b, expected] of [['lora', 'lora', 0], ['lora', 'lroa', 1], ['lora', 'lor', 1], ['lora', 'loora', 1], ['lora', 'lopa', 1], ['lora', 'bert', 3]]) {
    assert.equal(client.distanceFrom(a)(b), expected, `${a} ${b}`);
  }
});

test('reads letters as syllables and initials', () => {
  assert.deepEqual(client.readings('zhuyili')[0], ['zhu', 'yi', 'li']);
  assert.ok(client.readings('zyl').some((parts) => parts.join() === 'z,y,l'));
  assert.ok(client.readings('xian').some((parts) => parts.join() === 'xi,an'));
});

const findIn = (terms) => (text) => client.findTerms(text, client.wantedOf(terms));
const excerptOf = (sections, terms) => excerpts.excerpt(sections, findIn(terms));

test('shows the section and the place that have most of the query', () => {
  const sections = [{ anchor: '', heading: '', text: '没有。' }, { anchor: 'b', heading: '乙', text: '前文'.repeat(60) + '这里讲 LoRA 与注意力。' }];
  const terms = ['lora', '注意力'], { section, text } = excerptOf(sections, terms);
  assert.equal(section.anchor, 'b');
  assert.deepEqual(findIn(terms)(text).map(([from, to]) => text.slice(from, to)), ['LoRA', '注意力']);
});

test('leads to the section whose heading has the query, and says where nothing has', () => {
  const sections = [{ heading: '', text: '没有。' }, { anchor: 'b', heading: '缩放点积', text: '先除以根号。' }];
  assert.equal(excerptOf(sections, ['缩放点积']).section.anchor, 'b');
  assert.equal(excerptOf(sections, ['注意力']).score, 0);
});

test('takes little time for an excerpt of a section that has the query very often', () => {
  const sections = [{ heading: '', text: '注意力，'.repeat(16000) + 'LoRA 与注意力。' }], start = performance.now();
  const { text } = excerptOf(sections, ['注意力', 'lora']);
  assert.ok(text.includes('LoRA') && performance.now() - start < 700, `${performance.now() - start} ms`);
});
