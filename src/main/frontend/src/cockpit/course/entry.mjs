import { element } from '../../dom.mjs';
import { localDate, localMoment, localNumber, text } from '../../messages/index.mjs';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AT_ONCE = 5;

/** A row of the course: when, what, who, how long, and behind a summary what was entered and what decision tables answered. */
export function entryRow(entry, showInPicture) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'ks-course-when' }, entry.day ? localDate(entry.day) : localMoment(entry.at)),
    element('td', {}, what(entry), entry.version && entry.task ? place(entry, showInPicture) : null),
    element('td', {}, who(entry)),
    element('td', {}, times(entry)),
    element('td', {}, details(entry)),
  );
}

function what({ action, step, item, reason }) {
  return [
    element('strong', {}, step ?? action),
    step ? element('div', {}, action) : null,
    item ? element('div', {}, item) : null,
    reason ? element('div', {}, text('course.reason', reason)) : null,
  ];
}

function place(entry, showInPicture) {
  return element(
    'div',
    { class: 'ks-course-place' },
    text('course.version', entry.version),
    ' ',
    element(
      'button',
      {
        type: 'button',
        class: 'btn btn-link btn-xs',
        'aria-label': text('course.showStep', entry.step ?? entry.action),
        onclick: () => showInPicture(entry),
      },
      text('course.show'),
    ),
  );
}

function who({ by, role, deputyFor, day }) {
  return [
    // Of what was done before the take-over nobody has written down who it was.
    day ? null : element('div', {}, by ?? text('course.product')),
    role ? element('div', {}, role) : null,
    deputyFor ? element('div', {}, text('course.deputyFor', deputyFor)) : null,
  ];
}

function times({ spent }) {
  if (!spent) {
    return null;
  }
  return [
    element('div', {}, text('course.open', stretch(spent.open))),
    spent.working ? element('div', {}, text('course.working', stretch(spent.working))) : null,
    spent.restedSeconds ? element('div', {}, text('course.rested', duration(spent.restedSeconds))) : null,
  ];
}

/** A time, and how many working days of the municipality it held. */
function stretch({ seconds, workingDays }) {
  const days = workingDays ? count(workingDays, 'workingDay') : text('course.noWorkingDay');
  return `${duration(seconds)} (${days})`;
}

/** The two largest units of a time in seconds: 3 days 4 hours, 12 minutes. */
export function duration(seconds) {
  if (seconds < MINUTE) {
    return text('course.moment');
  }
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  return [count(days, 'day'), count(hours, 'hour'), days ? '' : count(minutes, 'minute')].filter(Boolean).slice(0, 2).join(' ');
}

function count(number, unit) {
  return number ? text(`course.${unit}${number === 1 ? '' : 's'}`, localNumber(number)) : '';
}

function details({ values, decisions, erased, openedAt }) {
  return [
    // What a form says is long; what happened to a task or to the measure is said at once.
    values.length && !openedAt && values.length <= AT_ONCE ? values.map(inline) : null,
    values.length && (openedAt || values.length > AT_ONCE) ? folded(text('course.values', values.length), valueTable(values)) : null,
    decisions.length ? folded(text('course.decisions', decisions.length), decisions.map(decision)) : null,
    erased ? element('p', {}, text('course.erased', erased)) : null,
  ];
}

function inline({ field, from, to }) {
  return element('div', {}, `${field}: `, from ? `${from} → ` : '', to ?? text('course.emptied'));
}

function folded(summary, content) {
  return element('details', {}, element('summary', {}, summary), content);
}

function valueTable(values) {
  const heads = ['field', 'from', 'to'].map((name) => element('th', { scope: 'col' }, text(`course.${name}`)));
  return element(
    'table',
    { class: 'table table-condensed' },
    element('caption', { class: 'sr-only' }, text('course.entered')),
    element('thead', {}, element('tr', {}, heads)),
    element('tbody', {}, values.map(valueRow)),
  );
}

function valueRow({ field, from, to, withheld }) {
  const name = element('th', { scope: 'row' }, field);
  if (withheld) {
    return element('tr', {}, name, element('td', { colspan: 2 }, text('course.withheld')));
  }
  const kept = from !== undefined && from === to;
  return element(
    'tr',
    {},
    name,
    element('td', {}, kept ? text('course.kept') : (from ?? '–')),
    element('td', {}, to ?? text('course.emptied')),
  );
}

function decision({ table, reasons, inputs, answers, own }) {
  return element(
    'dl',
    { class: 'ks-course-decision' },
    element('dt', {}, table, own ? ` (${text('course.ownTable')})` : null),
    reasons.map((reason) => element('dd', {}, reason)),
    element('dd', {}, text('course.answered', inputs || '–', answers || '–')),
  );
}
