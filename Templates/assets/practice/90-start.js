const stage = typeof document === 'undefined' ? null : document.querySelector('[data-practice]');
if (stage) {
  window.ciyuanCards = (cards) => start(stage, cards, () => dayOf(new Date()));
  const loader = element('script', { src: document.body.dataset.root + stage.dataset.practice, async: true });
  loader.addEventListener('error', () => { document.querySelector('[data-practice-failed]').hidden = false; });
  document.head.append(loader);
}
