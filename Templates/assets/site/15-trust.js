// Where a host asks for trusted types: scripts are those of this site, and so is HTML that is read.
try {
  const home = new URL(words.root, location).href;
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => html,
    createScriptURL: (address) => (new URL(address, location).href.startsWith(home) ? address : null),
  });
} catch { /* The host refuses every policy. */ }
