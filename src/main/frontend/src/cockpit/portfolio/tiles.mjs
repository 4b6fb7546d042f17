import { element } from '../../dom.mjs';
import { localNumber, text } from '../../messages/index.mjs';

/** What is counted: key of the server's figure, and the filter that shows the same measures. */
export const TILES = [
  ['running', 'RUNNING'],
  ['overdue', 'OVERDUE'],
  ['decision', 'DECISION'],
  ['paused', 'PAUSED'],
  ['stuck', 'STUCK'],
];

/** Figures as buttons that show what they count. */
export function tileButtons(figures, chosen, choose) {
  return element(
    'div',
    { class: 'ks-tiles', role: 'group', 'aria-label': text('cockpit.tiles') },
    TILES.map(([key, filter]) =>
      element(
        'button',
        {
          type: 'button',
          class: `ks-tile ks-tile-${key}`,
          'data-tile': filter,
          'aria-pressed': String(chosen === filter),
          onclick: () => choose(chosen === filter ? '' : filter),
        },
        inside(figures, key),
      ),
    ),
  );
}

/** The same as links into the portfolio, for the dashboard. */
export function tileLinks(figures) {
  return element(
    'div',
    { class: 'ks-tiles' },
    TILES.map(([key, filter]) =>
      element('a', { class: `ks-tile ks-tile-${key}`, href: `#/massnahmen?tile=${filter}`, 'data-tile': filter }, inside(figures, key)),
    ),
  );
}

function inside(figures, key) {
  return [
    element('span', { class: 'ks-tile-figure' }, localNumber(figures[key])),
    ' ',
    element('span', { class: 'ks-tile-name' }, text(`cockpit.tile.${key}`)),
  ];
}
