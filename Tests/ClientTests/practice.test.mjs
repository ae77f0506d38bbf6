// The practice page's memory model, its queue, and the file of progress, without a page.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { project } from './support.mjs';

const folder = join(project, 'Templates/assets/practice');
const names = ['review', 'retrievability', 'interval', 'queueOf', 'tally', 'dayOf', 'parseProgress', 'writeProgress', 'mergeProgress',
  'loadProgress', 'saveProgress'];
const source = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
const practice = vm.runInNewContext(`(function () { 'use strict';\n${source}\nreturn { ${names.join(', ')} };\n})()`, {});
const AGAIN = 1, HARD = 2, GOOD = 3, EASY = 4;

const history = (grades, gaps) => {
  let memory = null, day = 0;
  grades.forEach((grade, index) => { day += gaps[index]; memory = practice.review(memory, grade, day); });
  return memory;
};

test('gives the memory that the reference implementations of FSRS-6 give for one history', () => {
  const memory = history([AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD], [0, 0, 1, 3, 8, 21]);
  assert.ok(Math.abs(memory.stability - 53.62691) < 1e-4, String(memory.stability));
  assert.ok(Math.abs(memory.difficulty - 6.3574867) < 1e-4, String(memory.difficulty));
});

test('gives the intervals that they publish', () => {
  let memory = practice.review(null, GOOD, 0);
  const intervals = [GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD].map((grade, index) => {
    memory = practice.review(memory, grade, index === 0 ? 0 : memory.due);
    return memory.due - memory.seen;
  });
  assert.deepEqual(intervals, [2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test('brings a card back when nine in ten would remember it', () => {
  for (const stability of [1, 5, 30, 400]) {
    assert.equal(practice.interval(stability), stability);
    assert.ok(Math.abs(practice.retrievability(stability, stability) - 0.9) < 1e-12);
  }
});

test('keeps every memory within bounds, whatever is graded when', () => {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let run = 0; run < 200; run++) {
    let memory = null, day = 20000;
    for (let step = 0; step < 40; step++) {
      day += Math.floor(random() ** 3 * 900) - (random() < 0.05 ? 10 : 0);
      memory = practice.review(memory, 1 + Math.floor(random() * 4), day);
      assert.ok(memory.difficulty >= 1 && memory.difficulty <= 10);
      assert.ok(memory.stability > 0 && Number.isFinite(memory.stability));
      assert.ok(memory.due >= memory.seen && memory.due - memory.seen <= 3650);
    }
  }
});

test('asks a better known card later', () => {
  for (const days of [0, 1, 10, 100]) {
    const before = practice.review(null, GOOD, 0);
    const due = [AGAIN, HARD, GOOD, EASY].map((grade) => practice.review(before, grade, days).due);
    assert.deepEqual(due, due.slice().sort((one, other) => one - other));
    assert.equal(due[0], days);
  }
});

const card = (id, ...tags) => ({ id, tags });
const ids = (cards) => Array.from(cards, (each) => each.id);

test('asks what is due first, then new cards, and what was just forgotten last', () => {
  const cards = ['a', 'b', 'c', 'd', 'e'].map((id) => card(id));
  const memory = (seen, due, stability) => ({ stability, difficulty: 5, seen, due, reviews: 2, lapses: 0 });
  const progress = new Map([['a', memory(10, 10, 1)], ['b', memory(1, 9, 8)], ['d', memory(1, 4, 3)], ['e', memory(9, 30, 21)]]);
  assert.deepEqual(ids(practice.queueOf(cards, progress, 10, '')), ['d', 'b', 'c', 'a']);
});

test('asks twenty new cards a day at most, in all fields together', () => {
  const cards = Array.from({ length: 50 }, (_, index) => card('q' + index, index % 2 ? 'odd' : 'even'));
  const progress = new Map();
  assert.equal(practice.queueOf(cards, progress, 5, '').length, 20);
  for (let index = 0; index < 15; index++) progress.set('q' + index, practice.review(null, EASY, 5));
  assert.equal(practice.queueOf(cards, progress, 5, '').length, 5);
  assert.ok(practice.queueOf(cards, progress, 5, 'odd').every((each) => each.tags.includes('odd')));
  assert.deepEqual({ ...practice.tally(cards, progress, 5, '') }, { total: 50, seen: 15, due: 0, firm: 0 });
});

test('counts days by the calendar of the reader', () => {
  const at = (time, offset) => practice.dayOf({ getTime: () => Date.parse(time), getTimezoneOffset: () => offset });
  assert.equal(at('2026-01-01T23:30:00Z', 0) + 1, at('2026-01-01T23:30:00Z', -60));
  assert.equal(at('2026-01-02T00:30:00Z', 0) - 1, at('2026-01-02T00:30:00Z', 60));
});

test('reads what it wrote, byte for byte', () => {
  const progress = new Map([['b', practice.review(null, GOOD, 3)], ['a', practice.review(null, AGAIN, 4)]]);
  const text = practice.writeProgress(progress);
  assert.equal(practice.writeProgress(practice.parseProgress(text)), text);
});

test('takes nothing from what is no progress', () => {
  for (const text of ['', 'x', 'null', '[]', '{}', '{"format":"ciyuan-practice","version":2,"cards":{}}',
    '{"format":"ciyuan-practice","version":1,"cards":null}', '{"format":"other","version":1,"cards":{}}']) {
    assert.equal(practice.parseProgress(text), null, text);
  }
  const memory = { stability: 1, difficulty: 5, seen: 1, due: 2, reviews: 1, lapses: 0 };
  const faulty = [{ ...memory, stability: 0 }, { ...memory, stability: 'x' }, { ...memory, due: null }, { ...memory, difficulty: 11 }, null, 5];
  const cards = Object.fromEntries(faulty.map((value, index) => ['f' + index, value]));
  const read = practice.parseProgress(JSON.stringify({ format: 'ciyuan-practice', version: 1, cards: { ...cards, ok: { ...memory, extra: 1 } } }));
  assert.deepEqual(Array.from(read.keys()), ['ok']);
  assert.equal('extra' in read.get('ok'), false);
  const hostile = practice.parseProgress(`{"format":"ciyuan-practice","version":1,"cards":{"__proto__":${JSON.stringify(memory)}}}`);
  assert.equal({}.stability, undefined);
  assert.ok(hostile.size <= 1);
});

test('merges two devices by what was graded last, in either order', () => {
  const early = practice.review(null, GOOD, 1), late = practice.review(early, GOOD, 5);
  const one = new Map([['a', early], ['b', late]]), other = new Map([['a', late], ['b', early], ['c', early]]);
  for (const merged of [practice.mergeProgress(one, other), practice.mergeProgress(other, one)]) {
    assert.equal(merged.get('a'), late);
    assert.equal(merged.get('b'), late);
    assert.equal(merged.get('c'), early);
  }
});

test('goes on where the store refuses', () => {
  const broken = { getItem() { throw new Error('denied'); }, setItem() { throw new Error('full'); } };
  assert.equal(practice.loadProgress(broken).size, 0);
  assert.equal(practice.saveProgress(broken, new Map()), false);
});
