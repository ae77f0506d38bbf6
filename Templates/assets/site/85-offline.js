// Keeps the site for reading without a network. A preview and a disk are not https; who saves data keeps nothing.
if (location.protocol === 'https:' && document.querySelector('[rel=manifest]') && !(navigator.connection || {}).saveData) {
  addEventListener('load', () => navigator.serviceWorker && navigator.serviceWorker.register(words.root + 'sw.js').catch(() => {}));
}
