import { table } from '../cockpit/chart/table.mjs';
import { element, paragraphs } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { failed } from './failed.mjs';

/**
 * One workshop as it is shared: when, where, what for and what about; after the release the minutes, the tasks of the reader's city
 * first.
 *
 * @param back leads to the list
 */
export async function showWorkshop(page, id, back) {
  const heading = element('h1', { tabindex: '-1' }, text('joint.loading'));
  page.replaceChildren(
    element('p', {}, element('button', { type: 'button', class: 'btn btn-link ks-joint-link', onclick: back }, `‹ ${text('joint.title')}`)),
    heading,
  );
  try {
    const shared = await read(`joint-workshops/${encodeURIComponent(id)}`);
    heading.textContent = shared.workshop.title;
    page.append(...parts(shared));
  } catch (failure) {
    heading.textContent = text('joint.title');
    page.append(failed(failure));
  }
  heading.focus({ preventScroll: true });
}

function parts(shared) {
  const { workshop, aim, agenda, summary, counts } = shared;
  const released = workshop.stage === 'RELEASED';
  return [
    element('p', {}, element('strong', {}, workshop.stageLabel)),
    facts(shared),
    element('h2', {}, text('joint.aim')),
    paragraphs(aim),
    released && ours(agenda),
    released && element('h2', {}, text('joint.minutes')),
    released && paragraphs(summary),
    !released && element('h2', {}, text('joint.agenda')),
    element('ol', { class: 'ks-joint-agenda' }, agenda.map(item)),
    released ? attendance(counts) : element('p', {}, text(workshop.stage === 'CANCELLED' ? 'joint.cancelled' : 'joint.later')),
  ]
    .flat(Infinity)
    .filter(Boolean);
}

function facts({ workshop, begin, end, place, cities, releasedOn, edition }) {
  const entries = [
    ['organiser', workshop.own ? text('joint.own', workshop.organiser) : workshop.organiser],
    ['date', text('joint.when', localDay(workshop.date), begin.slice(0, 5), end.slice(0, 5))],
    ['place', place ?? text('joint.online')],
    ['cities', cities.join(', ')],
    releasedOn && ['released', edition > 1 ? text('joint.releasedAgain', localDay(releasedOn), edition) : localDay(releasedOn)],
  ].filter(Boolean);
  return element('dl', { class: 'ks-joint-facts' }, entries.map(([name, value]) => [element('dt', {}, text(`joint.column.${name}`)), element('dd', {}, value)]));
}

function ours(agenda) {
  const tasks = agenda.flatMap(({ entries }) => entries).filter((entry) => entry.ours);
  if (!tasks.length) {
    return null;
  }
  return element(
    'section',
    { class: 'ks-joint-tasks' },
    element('h2', {}, text('joint.tasks')),
    element('ul', {}, tasks.map((task) => element('li', {}, task.text, ' ', element('span', { class: 'ks-joint-by' }, by({ ...task, city: null }))))),
  );
}

function item({ title, minutes, goal, entries }) {
  return element(
    'li',
    {},
    element('strong', {}, title),
    ` (${text('joint.minutesLong', minutes)})`,
    goal && element('div', {}, goal),
    entries.length > 0 && element('ul', {}, entries.map(entry)),
  );
}

function entry(one) {
  return element('li', {}, element('em', {}, `${one.kind}: `), one.text, ' ', element('span', { class: 'ks-joint-by' }, by(one)));
}

function by({ city, responsible, due }) {
  const words = [city && text('joint.for', city), responsible && text('joint.responsible', responsible), due && text('joint.due', localDay(due))];
  return words.some(Boolean) ? `(${words.filter(Boolean).join(', ')})` : '';
}

function attendance(counts) {
  if (!counts.length) {
    return [];
  }
  return [
    element('h2', {}, text('joint.counts')),
    table({
      caption: text('joint.counts'),
      hideCaption: true,
      columns: [text('joint.column.group'), ...['invited', 'accepted', 'attended'].map((name) => ({ label: text(`joint.column.${name}`), number: true }))],
      rows: counts.map(({ group, invited, accepted, attended }) => [group, String(invited), String(accepted), String(attended)]),
    }),
  ];
}
