import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { badge } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';

// Tasklist draws its cards anew with every look at the list; what is known is shown at once and then looked up again.
const known = new Map();

let waiting = null;

/** Fills a task's card in Tasklist's list with what the engine's own list does not say. */
export async function showCard(node, taskId) {
  const place = element('div');
  node.append(place);
  if (known.has(taskId)) {
    place.replaceChildren(card(known.get(taskId)));
  }
  const tasks = await together(taskId);
  if (tasks.has(taskId)) {
    known.set(taskId, tasks.get(taskId));
    place.replaceChildren(card(tasks.get(taskId)));
  }
}

/** The name of who has claimed a task; clerks may not read the accounts of others. Null if nobody has. */
export async function holderOf(taskId) {
  const tasks = await together(taskId);
  return tasks.get(taskId)?.assignee ?? null;
}

/** All cards of a list ask in one request. */
function together(taskId) {
  waiting ??= { ids: [], tasks: new Promise((resolve) => setTimeout(() => resolve(ask()), 0)) };
  waiting.ids.push(taskId);
  return waiting.tasks;
}

async function ask() {
  const { ids } = waiting;
  waiting = null;
  const query = ids.map((id) => `ids=${encodeURIComponent(id)}`).join('&');
  const tasks = await read(`tasks?${query}`).catch(() => []);
  return new Map(tasks.map((task) => [task.taskId, task]));
}

/** A task in a few lines: measure, phase, what it is about, until when, with whom. */
export function card({ municipality, measureNumber, measureTitle, phase, item, due, followUp, overdue, assignee, mine, paused }) {
  const lines = [
    ['municipality', municipality],
    ['measure', element('strong', {}, measureNumber), ' ', measureTitle],
    ['item', item],
    ['phase', paused ? badge(text('glance.paused'), 'paused') : phase ? text('glance.phase', phase) : null],
    ['due', due ? text('glance.dueOn', localDay(due)) : null, overdue ? [' ', badge(text('measures.overdue'), 'overdue')] : null],
    ['follow-up', followUp ? text('glance.followUpOn', localDay(followUp)) : null],
    ['with', mine ? text('glance.mine') : assignee ? text('glance.withPerson', assignee) : null],
  ];
  return element(
    'div',
    { class: 'ks-card' },
    lines
      .map(([name, ...content]) => [name, content.filter(Boolean)])
      .filter(([, content]) => content.length)
      .map(([name, content]) => element('div', { class: `ks-card-${name}` }, content)),
  );
}
