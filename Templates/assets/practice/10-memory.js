// The memory of a card, after the Free Spaced Repetition Scheduler, version 6: the three components of memory (Woźniak 1995;
// Ye, Su and Cao, KDD 2022) with the formulas and default weights that the Open Spaced Repetition project publishes in
// "The Algorithm" (github.com/open-spaced-repetition/fsrs4anki/wiki). Days are numbers; nothing here reads a clock.
const WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
// How likely a card shall be remembered on the day it comes back, and the longest that it stays away, in days.
const RETENTION = 0.9, LONGEST = 3650, SHORTEST_STABILITY = 0.001;
const AGAIN = 1, HARD = 2, GOOD = 3, EASY = 4;
const DECAY = -WEIGHTS[20], FACTOR = 0.9 ** (1 / DECAY) - 1;

const between = (low, value, high) => Math.min(high, Math.max(low, value));

// Chance, from 0 to 1, that a memory of a stability (in days) still stands after some days: 0.9 after as many as its stability.
const retrievability = (days, stability) => (1 + FACTOR * days / stability) ** DECAY;

// Whole days until the chance has fallen to RETENTION.
const interval = (stability) => between(1, Math.round(stability / FACTOR * (RETENTION ** (1 / DECAY) - 1)), LONGEST);

const firstDifficulty = (grade) => WEIGHTS[4] - Math.exp(WEIGHTS[5] * (grade - 1)) + 1;

const nextDifficulty = (difficulty, grade) => {
  const step = -WEIGHTS[6] * (grade - 3) * (10 - difficulty) / 9;
  return between(1, WEIGHTS[7] * firstDifficulty(EASY) + (1 - WEIGHTS[7]) * (difficulty + step), 10);
};

const recalled = (stability, difficulty, chance, grade) => stability * (1 + Math.exp(WEIGHTS[8]) * (11 - difficulty)
  * stability ** -WEIGHTS[9] * (Math.exp(WEIGHTS[10] * (1 - chance)) - 1)
  * (grade === HARD ? WEIGHTS[15] : 1) * (grade === EASY ? WEIGHTS[16] : 1));

const forgotten = (stability, difficulty, chance) => Math.min(
  WEIGHTS[11] * difficulty ** -WEIGHTS[12] * ((stability + 1) ** WEIGHTS[13] - 1) * Math.exp(WEIGHTS[14] * (1 - chance)),
  stability / Math.exp(WEIGHTS[17] * WEIGHTS[18]));

// A second look on the same day.
const sameDay = (stability, grade) => {
  const growth = Math.exp(WEIGHTS[17] * (grade - 3 + WEIGHTS[18])) * stability ** -WEIGHTS[19];
  return stability * (grade >= GOOD ? Math.max(1, growth) : growth);
};

// The memory after a card was graded on a day; `memory` is null for a card never seen. `due` is the day it comes back: the
// same day where it was forgotten.
const review = (memory, grade, day) => {
  let stability, difficulty;
  if (!memory) {
    stability = WEIGHTS[grade - 1];
    difficulty = between(1, firstDifficulty(grade), 10);
  } else {
    const days = Math.max(0, day - memory.seen), chance = retrievability(days, memory.stability);
    difficulty = nextDifficulty(memory.difficulty, grade);
    if (days < 1) stability = sameDay(memory.stability, grade);
    else if (grade === AGAIN) stability = forgotten(memory.stability, memory.difficulty, chance);
    else stability = recalled(memory.stability, memory.difficulty, chance, grade);
  }
  stability = between(SHORTEST_STABILITY, stability, LONGEST * 10);
  return {
    stability, difficulty, seen: day, due: grade === AGAIN ? day : day + interval(stability),
    reviews: (memory ? memory.reviews : 0) + 1, lapses: (memory ? memory.lapses : 0) + (memory && grade === AGAIN ? 1 : 0),
  };
};
