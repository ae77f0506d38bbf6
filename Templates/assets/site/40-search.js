// The search client comes when somebody reaches for it.
let searching = false;
const field = document.querySelector('input[type=search]');
// What is said where it does not come, or comes cut off. The next letter asks for it again.
const missing = make('p', { className: 'search-missing', textContent: words.failed, role: 'status' });
let attempt = 0;
const openSearch = () => {
  if (searching || !words.search) return;
  searching = true;
  const fail = () => {
    searching = false;
    field.form.append(missing);
  };
  script(words.search + (attempt ? '?' + attempt : ''), fail).onload = () => {
    if (!window.ciyuanSearch) return fail();
    missing.remove();
    if (document.activeElement === field) field.dispatchEvent(new Event('focus'));
  };
  attempt += 1;
};
for (const reached of ['focusin', 'input']) addEventListener(reached, (event) => { if (event.target.type === 'search') openSearch(); });
addEventListener('keydown', (event) => {
  const typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!field || !(slash || chord)) return;
  event.preventDefault();
  field.focus();
  field.select();
});
if (new URLSearchParams(location.search).has('q') || document.activeElement === field) openSearch();
// A search on the disk reads this page in a frame.
if (location.hash === '#ciyuan-text') script(words.excerpts);
