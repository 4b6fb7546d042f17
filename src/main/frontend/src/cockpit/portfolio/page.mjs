import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { linkToMeasure } from '../addresses.mjs';
import { failureNote, loadingNote } from '../parts.mjs';

/** All measures one may see. */
export async function show(page) {
  const title = element('h1', {}, text('cockpit.page.portfolio'));
  page.replaceChildren(title, loadingNote());
  try {
    page.replaceChildren(title, table(await read('measures')));
  } catch (failure) {
    page.replaceChildren(title, failureNote(failure));
  }
}

function table(measures) {
  const headings = ['number', 'title', 'state', 'lead'].map((name) => element('th', { scope: 'col' }, text(`measures.column.${name}`)));
  return element(
    'table',
    { class: 'table' },
    element('thead', {}, element('tr', {}, headings)),
    element(
      'tbody',
      {},
      measures.map(({ number, title, stateLabel, leadLabel }) =>
        element(
          'tr',
          {},
          element('td', {}, element('a', { href: linkToMeasure(number) }, number)),
          element('th', { scope: 'row' }, title),
          element('td', {}, stateLabel),
          element('td', {}, leadLabel),
        ),
      ),
    ),
  );
}
