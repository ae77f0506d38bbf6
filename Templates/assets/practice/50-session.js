// The session on the page. `ciyuanCards([...])` is called by the file of cards once it has loaded.
const start = (stage, cards, today) => {
  const words = stage.dataset, root = document.body.dataset.root, tags = stage.querySelector('select'), board = stage.querySelector('.board');
  const status = stage.querySelector('output'), message = stage.querySelector('[role=status]');
  let progress = loadProgress(localStorage), card = null, revealed = false;

  const fill = (text, numbers) => text.replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(numbers, key) ? numbers[key] : whole));
  const say = (text) => { message.textContent = text; };
  const button = (label, key, action) => {
    const made = element('button', { type: 'button' }, label);
    if (key) made.append(' ', element('kbd', { textContent: key, ariaHidden: 'true' }));
    made.addEventListener('click', action);
    return made;
  };
  const after = (grade) => {
    const { due, seen } = review(progress.get(card.id) || null, grade, today());
    return due === seen ? words.today : fill(words.days, { days: due - seen });
  };

  const next = (focus) => {
    revealed = false;
    const day = today(), waiting = queueOf(cards, progress, day, tags.value);
    // The one just graded "again" does not come straight back while others wait.
    card = waiting.find((each) => each !== card) || waiting[0] || null;
    status.textContent = fill(words.tally, Object.assign({ left: waiting.length }, tally(cards, progress, day, tags.value)));
    if (!card) {
      board.replaceChildren(element('p', { className: 'done', textContent: words.done }));
      return;
    }
    const question = element('h2', { lang: card.lang, textContent: card.question, tabIndex: -1 });
    const show = button(words.reveal, words.space, reveal);
    board.replaceChildren(question, element('p', { className: 'grades' }, show));
    if (focus) question.focus();
  };

  const reveal = () => {
    if (!card || revealed) return;
    revealed = true;
    const link = element('a', { href: root + card.url, textContent: words.whole });
    const grades = [[AGAIN, words.again], [HARD, words.hard], [GOOD, words.good], [EASY, words.easy]].map(([grade, label]) => {
      const made = button(label, String(grade), () => give(grade));
      made.append(element('small', { textContent: after(grade) }));
      return made;
    });
    const answer = answerOf(card, root);
    answer.tabIndex = -1;
    board.replaceChildren(board.firstElementChild, answer, element('p', { className: 'whole' }, link),
      element('p', { className: 'ask', textContent: words.ask }), element('div', { className: 'grades' }, ...grades));
    answer.focus();
  };

  const give = (grade) => {
    // Another tab may have practised meanwhile.
    progress = mergeProgress(loadProgress(localStorage), progress);
    progress.set(card.id, review(progress.get(card.id) || null, grade, today()));
    say(saveProgress(localStorage, progress) ? '' : words.notKept);
    next(true);
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, a, summary')) return;
    const grade = Number(event.key);
    if (event.key === ' ' && !revealed && !event.target.closest('button')) { event.preventDefault(); reveal(); }
    if (revealed && grade >= AGAIN && grade <= EASY) { event.preventDefault(); give(grade); }
  });
  tags.addEventListener('change', () => next(false));

  stage.querySelector('[data-export]').addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([writeProgress(progress)], { type: 'application/json' }));
    const link = element('a', { href: address, download: 'ciyuan-practice.json' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  });
  const file = stage.querySelector('input[type=file]');
  file.addEventListener('change', async () => {
    const read = file.files[0] && parseProgress(await file.files[0].text());
    file.value = '';
    if (!read) { say(words.unreadable); return; }
    progress = mergeProgress(progress, read);
    say(saveProgress(localStorage, progress) ? fill(words.imported, { cards: read.size }) : words.notKept);
    next(false);
  });
  const forget = stage.querySelector('[data-forget]');
  forget.addEventListener('click', () => {
    if (!confirm(words.confirm)) return;
    progress = new Map();
    saveProgress(localStorage, progress);
    next(false);
  });
  addEventListener('storage', (event) => { if (event.key === STORE) progress = loadProgress(localStorage); });
  stage.hidden = false;
  next(false);
};
