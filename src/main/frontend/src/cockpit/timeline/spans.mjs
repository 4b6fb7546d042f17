import { localDate, text } from '../../messages/index.mjs';

const DAY = 24 * 60 * 60 * 1000;

/** The moment a day begins, in milliseconds; days are compared and drawn in UTC. */
export const begin = (day) => Date.parse(`${day}T00:00:00Z`);

/** The moment after a day has ended. */
export const end = (day) => begin(day) + DAY;

/** A stretch of days as people read it; open where nobody knows the end. */
export function spanText(span) {
  if (!span) {
    return null;
  }
  return span.until ? text('timeline.span', localDate(span.from), localDate(span.until)) : text('timeline.since', localDate(span.from));
}

/** Several stretches in one cell. */
export function spansText(spans) {
  return spans.length ? spans.map(spanText).join('; ') : null;
}

/** By how many days a phase took longer than planned, so far where it goes on; null where nothing was planned or nothing is late. */
export function daysLate({ planned, actual }, today) {
  if (!planned?.until || !actual.length) {
    return null;
  }
  const last = actual.at(-1).until ?? today;
  const late = Math.round((begin(last) - begin(planned.until)) / DAY);
  return late > 0 ? late : null;
}

/** Rows of the table behind the chart: phases, pauses and single days, each with what was planned and what was. */
export function rowsOf(measure, today) {
  const phases = measure.phases.map((phase) => {
    const late = daysLate(phase, today);
    return [phase.name, spanText(phase.planned), spansText(phase.actual), late ? text('timeline.late', late) : null];
  });
  const pauses = measure.pauses.length ? [[text('timeline.pause'), null, spansText(measure.pauses), null]] : [];
  const events = measure.events.map(({ kindName, title, day, state, over }) => [
    `${kindName}: ${title}`,
    over ? null : localDate(day),
    over ? localDate(day) : null,
    state,
  ]);
  return [[text('timeline.term'), spanText(measure.term), null, unknown(measure)], ...phases, ...pauses, ...events];
}

/** Why there is no phase to be seen, null where there is one. */
function unknown({ phases, term }) {
  if (phases.length) {
    return null;
  }
  return text(!term ? 'timeline.noPhasesNoBegin' : term.until ? 'timeline.noPhases' : 'timeline.noPhasesNoEnd');
}

/** First and last moment that anything of these measures touches, today included, with a little room at both ends. */
export function range(measures, today) {
  const moments = [begin(today), end(today)];
  const add = ({ from, until }) => moments.push(begin(from), end(until ?? today));
  for (const { term, phases, pauses, events } of measures) {
    [term].filter(Boolean).forEach(add);
    phases.forEach(({ planned, actual }) => [...(planned ? [planned] : []), ...actual].forEach(add));
    pauses.forEach(add);
    events.forEach(({ day }) => moments.push(begin(day), end(day)));
  }
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const margin = Math.round((last - first) * 0.02);
  return { from: first - margin, until: last + margin };
}
