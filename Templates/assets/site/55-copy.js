// Copy buttons, and wide boxes that the keyboard can scroll.
for (const block of all('pre')) {
  const button = make('button', { type: 'button', className: 'copy', textContent: words.copy });
  const code = block.querySelector('code') || block, text = code.textContent;
  button.addEventListener('click', () => {
    const done = () => {
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    };
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, () => {}); return; }
    getSelection().selectAllChildren(code);
    if (document.execCommand('copy')) done();
    getSelection().removeAllRanges();
  });
  const frame = make('div', { className: 'code' });
  block.replaceWith(frame);
  frame.append(block, button);
}
for (const box of all('pre, .table, .formula, .map')) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
