import { element } from '../../dom.mjs';
import { localDate, localNumber, text } from '../../messages/index.mjs';
import { linkToInstance, linkToMeasure } from '../addresses.mjs';

/** Columns by the name the server sorts them by; null where it does not. */
const COLUMNS = [
  ['number', 'NUMBER'],
  ['title', 'TITLE'],
  ['phase', 'PHASE'],
  ['lead', 'LEAD'],
  ['step', null],
  ['department', 'DEPARTMENT'],
  ['due', 'DUE'],
  ['light', null],
  ['days', 'DAYS'],
  ['exposure', null],
  ['instance', null],
];

/**
 * The measures of a page.
 *
 * @param sort     tells of the column that somebody wants to sort by
 * @param several  whether measures of several municipalities are shown
 * @param tick     makes the box by which a row is chosen; null where rows are not
 */
export function measureTable({ rows }, asked, { sort, several, tick = null }) {
  return element(
    'div',
    { class: 'ks-table', tabindex: '0', role: 'region', 'aria-label': text('cockpit.page.portfolio') },
    element(
      'table',
      { class: 'table ks-portfolio' },
      element('caption', { class: 'sr-only' }, text('cockpit.page.portfolio')),
      element('thead', {}, element('tr', {}, tick ? element('td', {}) : null, COLUMNS.map(([name, column]) => heading(name, column, asked, sort)))),
      element('tbody', {}, rows.map((row) => line(row, several, tick))),
    ),
  );
}

function heading(name, column, asked, sort) {
  const label = text(`cockpit.column.${name}`);
  if (!column) {
    return element('th', { scope: 'col' }, label);
  }
  const sorted = asked.sort === column;
  const way = asked.order === 'asc' ? 'ascending' : 'descending';
  return element(
    'th',
    { scope: 'col', 'aria-sort': sorted ? way : null },
    element(
      'button',
      { type: 'button', class: 'ks-sort', 'data-column': column, onclick: () => sort(column) },
      label,
      element('span', { 'aria-hidden': 'true' }, sorted ? (asked.order === 'asc' ? ' ▲' : ' ▼') : ''),
    ),
  );
}

function line(row, several, tick) {
  const { number, title, field, phase, phaseLabel, state, stateLabel, lead, step, department, held, due, openTasks, light, lightText, days, exposureText } = row;
  return element(
    'tr',
    {},
    tick ? element('td', {}, tick(number)) : null,
    element('td', {}, element('a', { href: linkToMeasure(number, null, several ? row.municipalityId : null), class: 'ks-number' }, number), several ? element('div', { class: 'ks-small' }, row.municipality) : null),
    element('th', { scope: 'row' }, title, element('div', { class: 'ks-small' }, field)),
    element('td', {}, phaseLabel, phase === state ? null : element('div', { class: 'ks-small' }, stateLabel)),
    element('td', {}, lead),
    element('td', {}, step ?? '–', openTasks > 1 ? element('div', { class: 'ks-small' }, text('cockpit.more', localNumber(openTasks - 1))) : null),
    element('td', {}, department ?? '–', step ? element('div', { class: 'ks-small' }, text(held ? 'cockpit.held' : 'cockpit.free')) : null),
    element('td', { class: 'ks-date' }, due ? localDate(due) : '–'),
    element('td', {}, element('span', { class: `ks-light ks-light-${light.toLowerCase()}` }, element('span', { class: 'ks-light-dot', 'aria-hidden': 'true' }), lightText)),
    element('td', { class: 'ks-figure' }, localNumber(days)),
    element('td', {}, exposureText),
    element(
      'td',
      {},
      row.instance ? element('a', { href: linkToInstance(row.instance), 'aria-label': text('cockpit.process.of', number) }, text('cockpit.process')) : '–',
    ),
  );
}
