import { ask } from '../../actions/dialog.mjs';
import { checkbox, select, textArea } from '../../actions/fields.mjs';
import { element } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { post, read } from '../../tasklist.mjs';

/**
 * What heads and managers can do with a measure as a whole, where the server says that it can be done now. Every dialog first says
 * what will happen to what; `done(message)` hears afterwards what did.
 */
export const INTERRUPTIONS = [
  { key: 'pause', holds: can('PAUSE'), open: opening('PAUSE', pause) },
  { key: 'resume', holds: can('RESUME'), open: opening('RESUME', resume) },
  { key: 'changeLead', holds: can('CHANGE_LEAD'), open: opening('CHANGE_LEAD', changeLead) },
  { key: 'merge', holds: can('MERGE'), open: opening('MERGE', merge) },
  { key: 'cancel', holds: can('CANCEL'), open: opening('CANCEL', cancel) },
];

const OVER = ['COMPLETED', 'REJECTED', 'CANCELLED', 'MERGED'];

/** Whether nothing of a measure in this state can be changed any more. */
export function isOver(state) {
  return OVER.includes(state);
}

function can(action) {
  return ({ may }) => may.includes(action);
}

/** How the measure stands as a whole: what can be done with it now, and what was. */
export function wholeMeasure(measure) {
  return read(address(measure));
}

function address({ number }, rest = '') {
  return `measures/${encodeURIComponent(number)}/steering${rest}`;
}

/** Asks the server first how the measure stands now: somebody else may have intervened since the page was opened. */
function opening(action, dialog) {
  return async (measure, _, done) => {
    const now = await wholeMeasure(measure).catch((failure) => failure);
    if (now instanceof Error) {
      done(now.message);
    } else if (now.may.includes(action)) {
      dialog(measure, now, done);
    } else {
      take(measure, now);
      done(text('interrupt.meanwhile', now.stateLabel));
    }
  };
}

/** What the page knows of the measure follows what was done. */
function take(measure, { state, stateLabel, leadLabel }) {
  Object.assign(measure, { state, stateLabel, leadLabel });
}

async function act(measure, action, wish, done) {
  const report = await post(address(measure, `/${action}`), wish);
  const now = await wholeMeasure(measure);
  take(measure, now);
  done([text(`interrupt.${action}.done`, measure.number), ...outcome(report)].join(' '));
}

/** What was done to what, in sentences. */
function outcome({ done, tasks }) {
  return [
    tasks.length ? text('interrupt.concerned', tasks.length, departments(tasks)) : text('interrupt.concerned.none'),
    done.kind === 'RESUMED' ? moved(done) : null,
  ].filter(Boolean);
}

function moved({ workingDays, timers }) {
  return workingDays ? text('interrupt.moved', workingDays, timers) : text('interrupt.moved.none');
}

/** "Umweltamt (2), Stadtplanungsamt (1)": the one with most first. */
export function departments(tasks) {
  const count = new Map();
  tasks.forEach(({ department }) => count.set(department ?? '–', (count.get(department ?? '–') ?? 0) + 1));
  return [...count]
    .sort((one, other) => other[1] - one[1])
    .map(([name, tasksThere]) => `${name} (${tasksThere})`)
    .join(', ');
}

/** What will happen, as a list in the dialog; the focus goes to the first thing to fill in. */
function effects(sentences, next) {
  return {
    name: 'effects',
    node: element(
      'div',
      { class: 'ks-effects' },
      element('h3', {}, text('interrupt.effects')),
      element('ul', {}, sentences.filter(Boolean).map((sentence) => element('li', {}, sentence))),
    ),
    value: () => null,
    focus: () => next.focus(),
    problem: () => {},
  };
}

function tasksSentence(key, tasks) {
  return tasks.length ? text(key, tasks.length, departments(tasks)) : text('interrupt.noTasks');
}

function publicReason() {
  return textArea('reason', text('interrupt.reason'), { required: true, hint: text('interrupt.reason.public') });
}

function internalReason() {
  return textArea('reason', text('interrupt.reason'), { required: true, hint: text('interrupt.reason.internal') });
}

/** Nobody ends a measure by one click too many. */
function certainty() {
  const sure = checkbox('sure', text('interrupt.sure'));
  const check = ({ sure: confirmed, ...wish }) => {
    if (!confirmed) {
      throw Object.assign(new Error(), { body: { errors: [{ field: 'sure', message: text('interrupt.sure.missing') }] } });
    }
    return wish;
  };
  return { sure, check };
}

function pause(measure, now, done) {
  const reason = publicReason();
  const sentences = [
    tasksSentence('interrupt.pause.tasks', now.tasks),
    now.timers ? text('interrupt.pause.deadlines', now.timers) : text('interrupt.pause.deadlines.only'),
    now.workshops.length ? text('interrupt.pause.workshops', now.workshops.join(', ')) : null,
    text('interrupt.pause.undo'),
  ];
  ask({
    title: text('interrupt.pause.title', measure.number),
    intro: null,
    fields: [effects(sentences, reason), reason],
    accept: text('steer.pause'),
    send: ({ reason: why }) => act(measure, 'pause', { reason: why }, done),
  });
}

function resume(measure, now, done) {
  const reason = internalReason();
  const staying = now.tasks.filter(({ promised }) => promised);
  const sentences = [
    tasksSentence('interrupt.resume.tasks', now.tasks),
    now.restedDays ? text('interrupt.resume.deadlines', now.restedDays, now.timers) : text('interrupt.resume.sameDay'),
    now.restedDays && staying.length ? text('interrupt.resume.promised', departments(staying)) : null,
  ];
  ask({
    title: text('interrupt.resume.title', measure.number),
    intro: null,
    fields: [effects(sentences, reason), reason],
    accept: text('steer.resume'),
    send: ({ reason: why }) => act(measure, 'resume', { reason: why }, done),
  });
}

function changeLead(measure, now, done) {
  const lead = select('lead', text('interrupt.lead'), now.leads, { required: true });
  const going = now.tasks.filter(({ ofLead }) => ofLead);
  const held = going.filter((task) => task.held);
  const sentences = [
    text('interrupt.lead.now', now.leadLabel),
    going.length
      ? text('interrupt.lead.tasks', going.map(({ name, due }) => (due ? `${name} (${localDate(due)})` : name)).join(', '))
      : text('interrupt.lead.noTasks'),
    held.length ? text('interrupt.lead.held', held.length) : null,
    text('interrupt.lead.stays'),
  ];
  ask({
    title: text('interrupt.lead.title', measure.number),
    intro: null,
    fields: [effects(sentences, lead), lead, internalReason()],
    accept: text('steer.changeLead'),
    send: ({ lead: to, reason }) => act(measure, 'lead', { lead: to, reason }, done),
  });
}

function merge(measure, now, done) {
  const into = select('into', text('interrupt.into'), now.measures, { required: true });
  const { sure, check } = certainty();
  ask({
    title: text('interrupt.merge.title', measure.number),
    intro: null,
    fields: [effects([text('interrupt.merge.record'), ...endings(now), ...notMoving(now)], into), into, publicReason(), sure],
    accept: text('steer.merge'),
    send: async (values) => {
      const { into: target, reason } = check(values);
      await act(measure, 'merge', { into: target, reason }, done);
    },
  });
}

function cancel(measure, now, done) {
  const reason = publicReason();
  const { sure, check } = certainty();
  ask({
    title: text('interrupt.cancel.title', measure.number),
    intro: null,
    fields: [effects(endings(now), reason), reason, sure],
    // Two buttons that both say "Abbrechen" would leave open which of them ends the measure.
    accept: text('interrupt.cancel.now'),
    leaving: text('interrupt.cancel.not'),
    send: async (values) => {
      const { reason: why } = check(values);
      await act(measure, 'cancel', { reason: why }, done);
    },
  });
}

function endings(now) {
  return [
    tasksSentence('interrupt.end.tasks', now.tasks),
    now.workshops.length ? text('interrupt.end.workshops', now.workshops.join(', ')) : null,
    now.conditions.length ? text('interrupt.end.conditions', now.conditions.join('; ')) : null,
    text('interrupt.end.archive'),
  ];
}

/** A body has set conditions for this measure, none for the other one. */
function notMoving(now) {
  return now.conditions.length ? [text('interrupt.merge.conditions')] : [];
}

/** What was done to the measure so far, the last first; nothing where nothing was. */
export function pastInterruptions(past) {
  if (!past.length) {
    return null;
  }
  const columns = ['what', 'by', 'concerned', 'reason'].map((name) =>
    element('th', { scope: 'col' }, text(`interrupt.column.${name}`)),
  );
  return element(
    'section',
    {},
    element('h2', {}, text('interrupt.past')),
    element(
      'table',
      { class: 'table' },
      element('caption', { class: 'sr-only' }, text('interrupt.past')),
      element('thead', {}, element('tr', {}, columns)),
      element('tbody', {}, past.map(pastRow)),
    ),
  );
}

function pastRow(line) {
  const { kind, at, by, leadBefore, leadAfter, tasks, reason } = line;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, text(`interrupt.kind.${kind}`, leadBefore, leadAfter)),
    element('td', {}, by, element('br'), localDate(at)),
    element('td', {}, text('interrupt.tasks', tasks), kind === 'RESUMED' ? [element('br'), moved(line)] : null),
    element('td', {}, reason ?? text('interrupt.reason.gone')),
  );
}
