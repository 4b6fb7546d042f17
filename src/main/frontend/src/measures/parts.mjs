import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** A small label; its meaning is in the words, the colour only repeats it. */
export function badge(words, kind) {
  return element('span', { class: `ks-badge ks-badge-${kind}` }, words ?? '');
}

export function loadingNote() {
  return element('p', { role: 'status', class: 'ks-loading' }, text('measures.loading'));
}

/** Why nothing is shown, in words for the reader. */
export function failureNote(failure) {
  const key =
    failure.status === 401
      ? 'measures.signedOut'
      : failure.status === 403 || failure.status === 404
        ? 'measures.forbidden'
        : 'measures.failed';
  return element('p', { role: 'alert', class: 'alert alert-danger' }, text(key));
}

/**
 * A table that can be scrolled sideways with the keyboard.
 *
 * @param caption   what the table shows, for screen readers
 * @param headings  texts or nodes of the first row
 * @param rows      cells as texts, nodes or lists of them
 * @param rowHeader index of the cell that names its row
 */
export function table(caption, headings, rows, { rowHeader = 0 } = {}) {
  return element(
    'div',
    { class: 'ks-table', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'table' },
      element('caption', { class: 'sr-only' }, caption),
      element('thead', {}, element('tr', {}, headings.map((heading) => element('th', { scope: 'col' }, heading)))),
      element(
        'tbody',
        {},
        rows.map((cells) =>
          element(
            'tr',
            {},
            cells.map((cell, index) =>
              index === rowHeader ? element('th', { scope: 'row' }, cell) : element('td', {}, cell ?? ''),
            ),
          ),
        ),
      ),
    ),
  );
}
