// A long list shows its beginning first.
for (const list of all('ul[data-more]')) {
  const rest = Array.from(list.children).slice(Number(list.dataset.more));
  if (rest.length < 3) continue;
  const button = make('button', { type: 'button', className: 'more', textContent: words.more + ' (' + list.children.length + ')' });
  for (const item of rest) item.hidden = true;
  button.addEventListener('click', () => {
    for (const item of rest) item.hidden = false;
    rest[0].querySelector('a').focus();
    button.remove();
  });
  list.after(button);
}
