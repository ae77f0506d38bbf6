// Keeps the site for reading without a network. A preview and a disk are not https; who saves data keeps nothing.
const worker = navigator.serviceWorker;
if (worker && location.protocol === 'https:' && document.querySelector('[rel=manifest]') && !(navigator.connection || {}).saveData) {
  // Another version of the site came while this page was open: said, and left to the reader, who may be in the middle of it.
  const isKept = worker.controller;
  const announce = () => {
    if (document.querySelector('.update')) return;
    const notice = make('p', { className: 'update', textContent: words.updated + ' ' });
    notice.setAttribute('role', 'status');
    notice.append(make('button', { type: 'button', textContent: words.reload, onclick: () => location.reload() }));
    body.append(notice);
  };
  if (isKept) worker.addEventListener('controllerchange', announce);
  addEventListener('load', () => worker.register(words.root + 'sw.js').catch(() => {}));
}
