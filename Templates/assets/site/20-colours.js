// Colours.
for (const select of all('[data-theme-switch]')) {
  select.value = ciyuanTheme.read();
  select.addEventListener('change', () => ciyuanTheme.choose(select.value));
}
