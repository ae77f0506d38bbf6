// From the disk a folder does not open its index page by itself.
if (location.protocol === 'file:') {
  const whole = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
    return url.href;
  };
  const mend = (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    // The nodes of a map are links too, whose `href` is no text.
    if (link) link.setAttribute('href', whole(link.getAttribute('href')));
  };
  for (const type of ['pointerdown', 'click', 'auxclick']) addEventListener(type, mend, true);
  addEventListener('submit', (event) => { event.target.action = whole(event.target.action); }, true);
}
