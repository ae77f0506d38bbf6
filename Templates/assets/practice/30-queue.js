// Which cards come, and in which order.
const NEW_A_DAY = 20;

// The local day as a number: days since 1970-01-01 by the reader's calendar.
const dayOf = (date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60000) / 86400000);

// Cards of a tag to practise today: those that are due, the most forgotten first, then new ones in the site's order, at most
// NEW_A_DAY with those begun today. A card forgotten today waits behind all others.
const queueOf = (cards, progress, day, tag) => {
  const due = [], again = [], fresh = [];
  let begun = 0;
  for (const card of cards) {
    const memory = progress.get(card.id);
    if (memory && memory.reviews === 1 && memory.seen === day) begun += 1;
    if (tag && !card.tags.includes(tag)) continue;
    if (!memory) fresh.push(card);
    else if (memory.due <= day) (memory.seen === day ? again : due).push([retrievability(day - memory.seen, memory.stability), card]);
  }
  const sorted = (list) => list.sort(([one], [other]) => one - other).map(([, card]) => card);
  return sorted(due).concat(fresh.slice(0, Math.max(0, NEW_A_DAY - begun)), sorted(again));
};

// How far one is with the cards of a tag.
const tally = (cards, progress, day, tag) => {
  const chosen = cards.filter((card) => !tag || card.tags.includes(tag));
  const known = chosen.filter((card) => progress.has(card.id));
  return {
    total: chosen.length, seen: known.length, due: known.filter((card) => progress.get(card.id).due <= day).length,
    // Held for three weeks and more.
    firm: known.filter((card) => progress.get(card.id).stability >= 21).length,
  };
};
