// The contents list follows reading.
const outline = document.querySelector('.outline');
if (outline) {
  const details = outline.querySelector('details'), wide = matchMedia('(min-width: 64rem)');
  const unfold = () => { details.open = wide.matches; };
  unfold();
  wide.addEventListener('change', unfold);
  details.addEventListener('click', (event) => { if (event.target.matches('a') && !wide.matches) details.open = false; });
  const entries = all('a[href^="#"]', outline)
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter((entry) => entry.heading);
  let current = null, waiting = false;
  const follow = () => {
    waiting = false;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = entries.filter((entry) => entry.heading.getBoundingClientRect().top < innerHeight / 4);
    const entry = atEnd && scrollY > 0 ? entries[entries.length - 1] : passed[passed.length - 1];
    if (entry === current) return;
    if (current) current.link.removeAttribute('aria-current');
    if (entry) entry.link.setAttribute('aria-current', 'location');
    current = entry;
  };
  addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
  follow();
}
