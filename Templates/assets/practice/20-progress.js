// Progress on this device: `{"format": "ciyuan-practice", "version": 1, "cards": {id: memory}}`, the same in the store and in
// the file that a reader takes along. What cannot be read is left out, never trusted.
const FORMAT = 'ciyuan-practice', STORE = 'ciyuan.practice';

const isMemory = (value) => Boolean(value) && typeof value === 'object'
  && ['stability', 'difficulty', 'seen', 'due', 'reviews', 'lapses'].every((key) => Number.isFinite(value[key]))
  && value.stability > 0 && value.difficulty >= 1 && value.difficulty <= 10 && value.reviews > 0;

// Progress from its text; null where the text is something else.
const parseProgress = (text) => {
  let value;
  try { value = JSON.parse(text); } catch (error) { return null; }
  if (!value || value.format !== FORMAT || value.version !== 1 || !value.cards || typeof value.cards !== 'object') return null;
  const cards = new Map();
  for (const [id, memory] of Object.entries(value.cards)) {
    if (!isMemory(memory)) continue;
    const { stability, difficulty, seen, due, reviews, lapses } = memory;
    cards.set(id, { stability, difficulty, seen, due, reviews, lapses });
  }
  return cards;
};

const writeProgress = (cards) => JSON.stringify({
  format: FORMAT, version: 1, cards: Object.fromEntries(Array.from(cards).sort(([one], [other]) => (one < other ? -1 : 1))),
});

// Two devices' progress as one: of each card the memory that was graded last, and of two from one day the more practised.
const mergeProgress = (own, other) => {
  const merged = new Map(own);
  for (const [id, memory] of other) {
    const mine = merged.get(id);
    if (!mine || memory.seen > mine.seen || (memory.seen === mine.seen && memory.reviews > mine.reviews)) merged.set(id, memory);
  }
  return merged;
};

const loadProgress = (storage) => {
  try { return parseProgress(storage.getItem(STORE) || '') || new Map(); } catch (error) { return new Map(); }
};

// Whether it was kept: a private window may refuse.
const saveProgress = (storage, cards) => {
  try { storage.setItem(STORE, writeProgress(cards)); return true; } catch (error) { return false; }
};
