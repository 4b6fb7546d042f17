import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { linkTo } from './addresses.mjs';
import { badge, failureNote, loadingNote, table } from './parts.mjs';

/** The list of all measures one may see, with a search over number and title. */
export async function showMeasures(page) {
  page.replaceChildren(element('h1', {}, text('measures.title')), loadingNote());
  try {
    const measures = await read('measures');
    draw(page, measures);
  } catch (failure) {
    page.replaceChildren(element('h1', {}, text('measures.title')), failureNote(failure));
  }
}

function draw(page, measures) {
  const results = element('div');
  const count = element('p', { class: 'ks-count', role: 'status' });
  const search = element('input', {
    type: 'search',
    id: 'ks-measure-search',
    class: 'form-control',
    autocomplete: 'off',
    oninput: () => refresh(),
  });
  const refresh = () => {
    const found = matching(measures, search.value);
    count.textContent = text('measures.count', found.length, measures.length);
    results.replaceChildren(found.length ? rows(found) : element('p', {}, text('measures.none')));
  };
  page.replaceChildren(
    element('h1', {}, text('measures.title')),
    element('p', { class: 'ks-intro' }, text('measures.intro')),
    element('div', { class: 'ks-search' }, element('label', { for: 'ks-measure-search' }, text('measures.search')), search),
    count,
    results,
  );
  refresh();
}

/** Measures whose number or title contains every word. */
export function matching(measures, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return measures.filter(({ number, title }) => {
    const haystack = `${number} ${title}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}

function rows(measures) {
  return table(
    text('measures.title'),
    ['number', 'title', 'state', 'lead', 'role', 'next'].map((column) => text(`measures.column.${column}`)),
    measures.map((measure) => [
      element('a', { href: linkTo(measure.number), class: 'ks-number' }, measure.number),
      element('a', { href: linkTo(measure.number) }, measure.title),
      [badge(measure.stateLabel, 'state'), measure.overdue ? [' ', badge(text('measures.overdue'), 'overdue')] : null],
      element('span', { class: 'ks-lead' }, measure.leadLabel),
      text(`measures.role.${measure.role}`),
      nextSteps(measure.nextSteps ?? []),
    ]),
    { rowHeader: 1 },
  );
}

function nextSteps(steps) {
  if (!steps.length) {
    return '–';
  }
  return element(
    'ul',
    { class: 'ks-steps' },
    steps.map(({ name, department, due }) =>
      element(
        'li',
        {},
        element('strong', {}, name),
        department ? ` · ${department}` : null,
        due ? ` · ${text('measures.due', localDate(due))}` : null,
      ),
    ),
  );
}
