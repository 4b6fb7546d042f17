import { table } from '../cockpit/chart/table.mjs';
import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { failed } from './failed.mjs';
import { showWorkshop } from './workshop.mjs';

/** Tasklist's address of the page. */
export const PATH = '/gemeinsame-workshops';

/** All workshops in which the reader's city takes part. */
export async function show(page) {
  const place = element('div', {}, element('p', { role: 'status', class: 'ks-loading' }, text('joint.loading')));
  page.replaceChildren(element('h1', {}, text('joint.title')), element('p', { class: 'ks-joint-lead' }, text('joint.lead')), place);
  try {
    const { workshops } = await read('joint-workshops');
    place.replaceChildren(workshops.length ? list(page, workshops) : element('p', {}, text('joint.none')));
  } catch (failure) {
    place.replaceChildren(failed(failure));
  }
}

function list(page, workshops) {
  const open = (id) => showWorkshop(page, id, () => show(page));
  return table({
    caption: text('joint.title'),
    hideCaption: true,
    columns: [...['workshop', 'organiser', 'date', 'state'].map((name) => text(`joint.column.${name}`)), { label: text('joint.column.tasks'), number: true }],
    rows: workshops.map(({ id, title, organiser, own, date, stageLabel, tasks }) => [
      element('button', { type: 'button', class: 'btn btn-link ks-joint-link', onclick: () => open(id) }, title),
      own ? text('joint.own', organiser) : organiser,
      localDay(date),
      stageLabel,
      String(tasks),
    ]),
  });
}
