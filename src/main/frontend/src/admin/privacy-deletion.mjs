import { ask } from '../actions/dialog.mjs';
import { checkbox } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { post } from '../tasklist.mjs';

/**
 * The last question before a person is deleted: what will be gone, what stays and why; and afterwards what was done.
 *
 * @param chosen ids of the items that shall go
 * @param note where it is said that nothing was chosen
 */
export function deletion(path, file, asked, chosen, page, note) {
  note.textContent = '';
  if (chosen.size === 0) {
    note.textContent = text('admin.privacy.delete.none');
    note.focus();
    return;
  }
  const sure = checkbox('sure', text('admin.privacy.delete.confirm'));
  ask({
    title: text('admin.privacy.delete'),
    intro: text('admin.privacy.delete.intro'),
    fields: [summary(file, chosen, sure), sure],
    accept: text('admin.privacy.delete.accept'),
    send: async (values) => {
      if (!values.sure) {
        throw { body: { errors: [{ field: 'sure', message: text('admin.privacy.delete.sure') }] } };
      }
      const done = await post(`${path}/deletion`, { person: asked, items: [...chosen], seen: file.fingerprint });
      await page.refresh();
      showReport(page.found, done);
    },
  });
}

/** Stands among the fields of the dialog, and has nothing to send. */
function summary({ items }, chosen, { focus }) {
  const going = items.filter(({ id }) => chosen.has(id));
  const staying = items.filter(({ id }) => !chosen.has(id));
  return {
    name: 'summary',
    node: element(
      'div',
      { class: 'ks-privacy-summary' },
      list('admin.privacy.delete.goes', counted(going, (item) => `${item.place}: ${item.effectName}`)),
      list('admin.privacy.delete.stays', counted(staying, (item) => `${item.place}: ${item.because ?? text('admin.privacy.delete.unticked')}`)),
    ),
    value: () => null,
    focus,
    problem: () => {},
  };
}

function showReport(found, { items, asOf }) {
  const stays = (effect) => effect === 'KEPT' || effect === 'PSEUDONYM';
  const heading = element('h4', { tabindex: '-1' }, text('admin.privacy.report', localDate(asOf)));
  found.replaceChildren(
    heading,
    list('admin.privacy.report.gone', counted(items.filter(({ effect }) => !stays(effect)), (item) => `${item.place}: ${item.effectName}`)),
    list('admin.privacy.report.stayed', counted(items.filter(({ effect }) => stays(effect)), (item) => `${item.place}: ${item.because}`)),
    element('p', {}, text('admin.privacy.report.log')),
  );
  heading.focus();
}

function counted(items, words) {
  const counts = new Map();
  items.map(words).forEach((each) => counts.set(each, (counts.get(each) ?? 0) + 1));
  return [...counts].map(([each, count]) => text('admin.privacy.counted', count, each));
}

function list(heading, lines) {
  return element(
    'div',
    {},
    element('p', {}, element('strong', {}, text(heading))),
    lines.length > 0
      ? element('ul', {}, lines.map((line) => element('li', {}, line)))
      : element('p', {}, text('admin.privacy.nothing')),
  );
}
