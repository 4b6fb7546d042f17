import { element } from '../dom.mjs';

/** A small table whose first column names the row. */
export function plainTable(caption, heads, rows) {
  return element(
    'div',
    { class: 'ks-preview-table', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'table' },
      element('caption', { class: 'sr-only' }, caption),
      element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, head)))),
      element(
        'tbody',
        {},
        rows.map((cells) => element('tr', {}, cells.map((cell, index) => (index === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell))))),
      ),
    ),
  );
}
