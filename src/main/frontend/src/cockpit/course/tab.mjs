import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { loadingNote } from '../parts.mjs';
import { entryRow } from './entry.mjs';
import { way } from './way.mjs';

/** The course of a measure: everything that was done to it, the latest first, and the way through the pictures of its processes. */
export async function show(panel, measure) {
  const address = `measures/${encodeURIComponent(measure.number)}/course`;
  panel.replaceChildren(loadingNote());
  let page = await read(address);
  if (!page.entries.length) {
    panel.replaceChildren(element('p', {}, text('course.none')));
    return null;
  }
  const picture = way(page.pictures, ({ process, version }) => read(`${address}/${encodeURIComponent(process)}/${version}`));
  const rows = element('tbody');
  const more = element('button', { type: 'button', class: 'btn btn-default', onclick: () => before() }, text('course.more'));
  const status = element('p', { role: 'status', class: 'sr-only' });

  function add() {
    rows.append(...page.entries.map((entry) => entryRow(entry, (step) => picture.select(step))));
    more.hidden = !page.more;
  }

  async function before() {
    more.disabled = true;
    try {
      page = await read(`${address}?before=${page.more}`);
      add();
      status.textContent = text('course.added', page.entries.length);
    } finally {
      more.disabled = false;
    }
  }

  add();
  const heads = ['when', 'what', 'who', 'time', 'entered'].map((name) => element('th', { scope: 'col' }, text(`course.${name}`)));
  panel.replaceChildren(
    picture.node,
    element('h2', {}, text('course.steps')),
    element(
      'div',
      { class: 'ks-table', tabindex: '0', role: 'region', 'aria-label': text('course.steps') },
      element(
        'table',
        { class: 'table ks-course' },
        element('caption', { class: 'sr-only' }, text('course.steps')),
        element('thead', {}, element('tr', {}, heads)),
        rows,
      ),
    ),
    status,
    more,
  );
  // People would rather look than read; the list below does not wait for it.
  picture.begin();
  return () => picture.close();
}
