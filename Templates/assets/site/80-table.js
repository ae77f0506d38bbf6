// The table of terms: filter by text, pinyin or field; sort by a column, and back to the groups.
const form = document.querySelector('form[data-filter]');
const table = form && document.getElementById(form.dataset.filter);
if (table) {
  // A line stays a line: names that follow each other make no third one. ü is typed as v.
  const fold = (text) => text.replace(/[üÜ]/g, 'v').normalize('NFKD').replace(/[\u0300-\u036f '-]/g, '').toLowerCase();
  const initials = (pinyin) => (pinyin || '').split(' ').map((syllable) => syllable[0]).join('');
  const groups = all('tbody', table), fields = new Set();
  const rows = all('tbody tr:not(.group)', table).map((row, index) => {
    const cells = Array.from(row.cells, (cell) => cell.textContent.trim());
    if (cells[2]) fields.add(cells[2]);
    return { row, index, cells, home: row.parentNode, text: fold([...cells.slice(0, 3), row.dataset.names, row.dataset.pinyin, initials(row.dataset.pinyin)].join('\n')) };
  });
  // Han by pinyin on pages of either language; Latin as everywhere.
  const collator = new Intl.Collator('zh');
  const { text, field: chosen } = form.elements, output = form.querySelector('output');
  for (const name of Array.from(fields).sort(collator.compare)) chosen.append(make('option', { textContent: name }));
  const filter = () => {
    const wanted = fold(text.value);
    let count = 0;
    for (const { row, cells, text: own } of rows) {
      row.hidden = !own.includes(wanted) || (chosen.value !== '' && cells[2] !== chosen.value);
      if (!row.hidden) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('tr:not(.group):not([hidden])');
    output.textContent = count + ' / ' + rows.length;
  };
  const sorted = make('tbody');
  const sort = (column, direction) => {
    if (!direction) {
      for (const { row, home } of rows) home.append(row);
      sorted.replaceWith(...groups);
    } else {
      const order = rows.slice().sort((a, b) =>
        direction * collator.compare(a.cells[column], b.cells[column]) || a.index - b.index);
      sorted.append(...order.map((entry) => entry.row));
      table.append(sorted);
      for (const group of groups) group.remove();
    }
    filter();
  };
  const heads = all('thead th', table).slice(0, 3);
  for (const [column, head] of heads.entries()) {
    const button = make('button', { type: 'button', textContent: head.textContent });
    button.addEventListener('click', () => {
      const now = { ascending: 'descending', descending: null }[head.getAttribute('aria-sort')];
      const next = now === undefined ? 'ascending' : now;
      for (const each of heads) each.removeAttribute('aria-sort');
      if (next) head.setAttribute('aria-sort', next);
      sort(column, next === 'ascending' ? 1 : next ? -1 : 0);
    });
    head.replaceChildren(button);
  }
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
