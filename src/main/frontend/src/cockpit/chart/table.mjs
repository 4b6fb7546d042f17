import { element } from '../../dom.mjs';

/**
 * A table of a page or behind a chart.
 *
 * @param caption what the table holds
 * @param columns headings: texts, or `{label, number}` where the column holds numbers
 * @param rows    lists of cells, each a text or an element; the first cell names the row
 */
export function table({ caption, columns, rows, hideCaption = false }) {
  const heads = columns.map((column) => (typeof column === 'string' ? { label: column } : column));
  const kind = (index) => (heads[index]?.number ? 'ks-figure' : null);
  return element(
    'div',
    { class: 'ks-table', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'table table-condensed table-hover' },
      element('caption', { class: hideCaption ? 'sr-only' : null }, caption),
      element('thead', {}, element('tr', {}, heads.map((head, index) => element('th', { scope: 'col', class: kind(index) }, head.label)))),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            {},
            row.map((cell, index) => element(index ? 'td' : 'th', { scope: index ? null : 'row', class: kind(index) }, cell ?? '–')),
          ),
        ),
      ),
    ),
  );
}
