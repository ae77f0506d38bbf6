// The search client comes when somebody reaches for it, or when a search on the disk reads this page in a frame.
let searching = false;
const field = document.querySelector('input[type=search]');
const openSearch = () => {
  if (searching || !words.search) return;
  searching = true;
  script(words.search, () => { searching = false; })
    .onload = () => { if (document.activeElement === field) field.dispatchEvent(new Event('focus')); };
};
addEventListener('focusin', (event) => { if (event.target.type === 'search') openSearch(); });
addEventListener('keydown', (event) => {
  const typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!field || !(slash || chord)) return;
  event.preventDefault();
  field.focus();
  field.select();
});
if (new URLSearchParams(location.search).has('q') || location.hash === '#ciyuan-text' || document.activeElement === field) {
  openSearch();
}
