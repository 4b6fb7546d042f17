import { element, paragraphs } from '../../dom.mjs';
import { countermeasures } from '../../measures/countermeasures.mjs';
import { publication } from '../../measures/publication.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { badge } from '../parts.mjs';

/** What a measure is about, and what waits for whom until when. */
export function show(panel, measure) {
  panel.append(
    element('h2', {}, text('cockpit.overview.about')),
    ...paragraphs(measure.summary),
    element('h2', {}, text('cockpit.overview.open')),
    steps(measure.openSteps ?? []),
    countermeasures(measure.number),
    publication(measure.number),
  );
}

function steps(open) {
  if (!open.length) {
    return element('p', {}, text('cockpit.overview.none'));
  }
  const headings = ['step', 'department', 'due'].map((name) => element('th', { scope: 'col' }, text(`cockpit.overview.${name}`)));
  return element(
    'table',
    { class: 'table' },
    element('caption', { class: 'sr-only' }, text('cockpit.overview.open')),
    element('thead', {}, element('tr', {}, headings)),
    element('tbody', {}, open.map(row)),
  );
}

function row({ name, item, department, due, overdue }) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name, item ? ` · ${item}` : null),
    element('td', {}, department ?? '–'),
    element('td', {}, due ? localDate(due) : '–', overdue ? [' ', badge(text('cockpit.overdue'), 'overdue')] : null),
  );
}
