// Put into pages by the preview server alone: reloads a page that changed, and shows what is wrong with the content.
(() => {
  const script = document.currentScript;
  const base = new URL('./', script.src);
  const version = script.dataset.version;
  let source = null;
  let overlay = null;

  function connect() {
    if (source) return;
    const address = new URL('events', base);
    address.searchParams.set('page', location.pathname);
    address.searchParams.set('version', version);
    source = new EventSource(address);
    source.addEventListener('reload', () => location.reload());
    source.addEventListener('faults', event => show(JSON.parse(event.data)));
  }

  // A browser opens six connections to a server: tabs that nobody looks at let go of theirs.
  function disconnect() {
    if (source) source.close();
    source = null;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function show(faults) {
    if (overlay) overlay.remove();
    overlay = null;
    if (faults.length === 0) return;
    overlay = element('ciyuan-faults');
    const root = overlay.attachShadow({ mode: 'open' });
    const style = element('link');
    style.rel = 'stylesheet';
    style.href = new URL('overlay.css', base);
    const panel = element('section', 'panel');
    panel.setAttribute('role', 'alert');
    panel.lang = 'en';
    const close = element('button', 'close', '×');
    close.type = 'button';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => show([]));
    panel.append(close, element('h2', '', faults.length === 1 ? '1 problem' : `${faults.length} problems`));
    for (const fault of faults) panel.append(element('pre', fault.severity, fault.text));
    root.append(style, panel);
    document.body.append(overlay);
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && overlay) show([]);
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', () => { if (!document.hidden) connect(); });
  if (!document.hidden) connect();
})();
