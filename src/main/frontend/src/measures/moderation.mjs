import { failed, field, input, withdrawal } from '../admin/accountparts.mjs';
import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { badge, table } from './parts.mjs';
import { section } from './sections.mjs';

/** Who works on the workshops of a measure from outside: seen by the department that leads it, decided by its head. */
export function moderation(number) {
  const path = `measures/${encodeURIComponent(number)}/moderation`;
  const note = element('div', { 'aria-live': 'polite' });
  const place = element('div');
  const load = async () => {
    try {
      place.replaceChildren(...drawn(await read(path), path, note, load));
    } catch (failure) {
      failed(note, failure);
    }
  };
  load();
  return section('measures.moderation', note, place);
}

function drawn({ mayDecide, workshops, rights, known }, path, note, load) {
  if (!workshops.length) {
    return [element('p', {}, text('moderation.noWorkshop'))];
  }
  const titles = new Map(workshops.map((workshop) => [workshop.id, titleOf(workshop)]));
  const columns = ['person', 'workshop', 'from', 'until', ...(mayDecide ? ['state'] : [])];
  return [
    rights.length
      ? table(
          text('measures.moderation'),
          columns.map((column) => text(`external.${column}`)),
          rights.map((right) =>
            [
              `${right.name} (${right.organisation})`,
              titles.get(right.workshop),
              localDay(right.from),
              localDay(right.until),
              right.withdrawn ? badge(text('external.withdrawn'), 'neutral') : withdrawal(right, `${path}/${right.id}/withdraw`, note, load),
            ].slice(0, columns.length),
          ),
        )
      : element('p', {}, text('moderation.none')),
    mayDecide ? invitation(titles, known, path, note, load) : element('p', { class: 'ks-intro' }, text('moderation.headDecides')),
  ];
}

function invitation(titles, known, path, note, load) {
  const person = input('ks-moderation-person', 'text', 254);
  person.setAttribute('list', 'ks-moderation-known');
  person.setAttribute('autocomplete', 'off');
  const workshop = element(
    'select',
    { id: 'ks-moderation-workshop', class: 'form-control' },
    [...titles].map(([id, title]) => element('option', { value: id }, title)),
  );
  const until = dayInput({ id: 'ks-moderation-until' });
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('moderation.give'));
  return element(
    'form',
    {
      class: 'ks-moderation-form',
      novalidate: true,
      'aria-label': text('moderation.give'),
      onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        try {
          await post(path, { person: person.value, workshop: workshop.value, until: until.value() || null });
          await load();
          note.replaceChildren(element('p', { class: 'alert alert-success' }, text('moderation.given')));
        } catch (failure) {
          failed(note, failure);
        } finally {
          button.disabled = false;
        }
      },
    },
    field(person.id, text('moderation.person'), person, text('moderation.person.help')),
    element('datalist', { id: 'ks-moderation-known' }, known.map(({ account, name, organisation }) => element('option', { value: account }, `${name} (${organisation})`))),
    field(workshop.id, text('external.workshop'), workshop),
    field('ks-moderation-until', text('external.until'), until.node, text('external.right.until.help')),
    element('div', { class: 'ks-external-field' }, button),
  );
}

function titleOf({ number, title }) {
  const workshop = text('moderation.workshop', number);
  return title ? `${workshop}: ${title}` : workshop;
}
