// Pinyin above the Chinese name, a syllable a character where they agree.
const han = /\p{Script=Han}/u;
const name = all('h1, .head > .other').find((element) => han.test(element.textContent));
for (const button of name ? all('button.pinyin') : []) {
  const plain = name.textContent, reading = button.textContent.trim();
  const syllables = reading.split(/\s+/).filter((syllable) => !plain.toLowerCase().includes(syllable));
  const parts = plain.match(/\p{Script=Han}|\P{Script=Han}+/gu);
  const agree = parts.filter((part) => han.test(part)).length === syllables.length;
  button.addEventListener('click', () => {
    const shown = button.getAttribute('aria-pressed') === 'true';
    button.setAttribute('aria-pressed', String(!shown));
    if (shown) { name.textContent = plain; return; }
    const ruby = make('ruby'), rest = syllables.slice();
    for (const part of agree ? parts : [plain]) {
      ruby.append(part, make('rt', { textContent: !agree ? reading : han.test(part) ? rest.shift() : '' }));
    }
    name.replaceChildren(ruby);
  });
}
