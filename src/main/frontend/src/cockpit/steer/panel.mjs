import { say } from '../../actions/done.mjs';
import { element } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { badge, failureNote } from '../parts.mjs';
import { JOB_ACTIONS, MEASURE_ACTIONS, TASK_ACTIONS } from './actions.mjs';
import { isOver, pastInterruptions, wholeMeasure } from './interrupt.mjs';

/** The tab "Eingreifen": what of the measure is stuck or waits for whom, and what the reader can do about it. */
export async function show(panel, measure) {
  const draw = (view) => panel.replaceChildren(...content(view, measure, done));
  // What was done has changed the list; the words about it take the focus, since the button may be gone.
  const done = async (message) => {
    say(message);
    try {
      draw(await load(measure));
      panel.dispatchEvent(new CustomEvent('ks-measure-changed', { bubbles: true }));
    } catch (failure) {
      panel.replaceChildren(failureNote(failure));
    }
    document.querySelector('.ks-done button')?.focus();
  };
  draw(await load(measure));
}

/** What can be done with the measure as a whole (`may`), and what was (`past`), is for those who may do it. */
async function load(measure) {
  const view = await read(`steering/measures/${encodeURIComponent(measure.number)}`);
  const { may = [], past = [] } = view.maySteer ? await wholeMeasure(measure) : {};
  return { ...view, may, past };
}

function content(view, measure, done) {
  return [
    note(view),
    buttons(MEASURE_ACTIONS, measure, view, done, measure.number),
    element('h2', {}, text('steer.jobs')),
    view.jobs.length
      ? table('steer.jobs', ['step', 'cause', 'since', 'actions'], view.jobs.map((job) => jobRow(job, view, done)))
      : element('p', {}, text('steer.noJobs')),
    element('h2', {}, text('steer.tasks')),
    view.tasks.length
      ? table('steer.tasks', ['task', 'who', 'due', 'actions'], view.tasks.map((task) => taskRow(task, view, done)))
      : element('p', {}, text('steer.noTasks')),
    pastInterruptions(view.past),
  ].filter(Boolean);
}

/** Why there is nothing to press. */
function note({ maySteer, may, state }) {
  if (maySteer && may.length) {
    return null;
  }
  const words = maySteer ? (isOver(state) ? 'steer.over' : 'steer.noProcess') : 'steer.lookOnly';
  return element('p', { class: 'ks-steer-note' }, text(words));
}

function table(caption, columns, rows) {
  return element(
    'table',
    { class: 'table ks-steer' },
    element('caption', { class: 'sr-only' }, text(caption)),
    element('thead', {}, element('tr', {}, columns.map((name) => element('th', { scope: 'col' }, text(`steer.column.${name}`))))),
    element('tbody', {}, rows),
  );
}

function taskRow(task, view, done) {
  const { name, about, department, holder, due, followUp, paused, asked } = task;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name, about ? [element('br'), element('span', { class: 'ks-about' }, about)] : null),
    element('td', {}, department ?? '–', holder ? [element('br'), holder] : null),
    element(
      'td',
      {},
      due ? localDate(due) : '–',
      due && due < today() ? [' ', badge(text('cockpit.overdue'), 'overdue')] : null,
      followUp ? [element('br'), text('steer.followUpOn', localDate(followUp))] : null,
      paused ? [element('br'), badge(text('steer.paused'), 'state')] : null,
      asked ? [element('br'), badge(text('steer.asked'), 'state')] : null,
    ),
    element('td', {}, buttons(TASK_ACTIONS, task, view, done, name) ?? '–'),
  );
}

function jobRow(job, view, done) {
  const { step, process, cause, givenUp, since, next } = job;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, step ?? process, step ? [element('br'), element('span', { class: 'ks-about' }, process)] : null),
    element('td', {}, element('strong', {}, text(`steer.cause.${cause}`)), element('br'), text(`steer.cause.${cause}.help`)),
    element('td', {}, givenUp ? localDate(since) : text('steer.triedAgain', localDate(next))),
    element('td', {}, buttons(JOB_ACTIONS, job, view, done, step ?? process) ?? '–'),
  );
}

/** Several rows have the same buttons: which one is meant is said to those who do not see the row. */
function buttons(actions, about, view, done, name) {
  const offered = view.maySteer ? actions.filter(({ holds }) => holds(view, about)) : [];
  return offered.length
    ? element(
        'div',
        { class: 'ks-steer-actions' },
        offered.map(({ key, open }) =>
          element(
            'button',
            {
              type: 'button',
              class: 'btn btn-default btn-sm',
              'aria-label': `${text(`steer.${key}`)}: ${name}`,
              onclick: () => open(about, view, done),
            },
            text(`steer.${key}`),
          ),
        ),
      )
    : null;
}

function today(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
