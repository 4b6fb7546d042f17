import { eventColumns, eventRow } from '../actions/history.mjs';
import { element, paragraphs } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { linkToTask } from './addresses.mjs';
import { badge, table } from './parts.mjs';

/** A part of a page with its heading. */
export function section(title, ...content) {
  const id = `ks-${title.replace('.', '-')}`;
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, text(title)), content);
}

function stepName(name, item, department) {
  return item && item !== department ? [name, element('span', { class: 'ks-item' }, item)] : name;
}

/** Steps that wait for somebody. */
export function openSteps(steps) {
  if (!steps.length) {
    return element('p', {}, text('measures.openEmpty'));
  }
  return table(
    text('measures.openSteps'),
    ['step', 'department', 'due', 'followUp', 'task'].map((column) => text(`measures.column.${column}`)),
    steps.map(({ taskId, name, item, department, due, followUp, overdue, mine }) => [
      [stepName(name, item, department), mine ? [' ', badge(text('measures.mine'), 'mine')] : null],
      department,
      [localDate(due), overdue ? [' ', badge(text('measures.overdue'), 'overdue')] : null],
      localDate(followUp),
      taskId
        ? element('a', { href: linkToTask(taskId), 'aria-label': text('measures.openTaskOf', name) }, text('measures.openTask'))
        : '–',
    ]),
  );
}

/** What was decided about the measure, the latest first. */
export function decisions(taken) {
  return table(
    text('measures.decisions'),
    ['decided', 'result', 'phases', 'conditions', 'reason', 'paper'].map((column) => text(`measures.column.${column}`)),
    taken
      .slice()
      .reverse()
      .map(({ decidedOn, body, result, phases, conditions, reason, paperNumber }) => [
        [localDate(decidedOn), body ? element('span', { class: 'ks-item' }, body) : null],
        result,
        (phases ?? []).join(', ') || '–',
        conditions ? paragraphs(conditions) : '–',
        reason ? paragraphs(reason) : '–',
        paperNumber ?? '–',
      ]),
  );
}

/** Conditions of the decisions, the open ones first. */
export function conditions(set) {
  return table(
    text('measures.conditions'),
    ['condition', 'department', 'due', 'status', 'proof'].map((column) => text(`measures.column.${column}`)),
    set.map(({ text: words, department, due, status, statusLabel, proof, reason, settledOn }) => [
      paragraphs(words),
      department,
      localDate(due),
      [
        status === 'OPEN' ? badge(statusLabel, 'state') : statusLabel,
        settledOn ? element('span', { class: 'ks-item' }, localDate(settledOn)) : null,
      ],
      proof || reason ? paragraphs(proof ?? reason) : '–',
    ]),
  );
}

/** What happened to the measure's tasks beside their completion; null where nothing did. */
export function taskEvents(events) {
  return events?.length
    ? section('measures.taskEvents', table(text('measures.taskEvents'), eventColumns(), events.map(eventRow)))
    : null;
}

/** Steps that were done, each with its result in words. */
export function history(steps) {
  if (!steps.length) {
    return element('p', {}, text('measures.historyEmpty'));
  }
  return table(
    text('measures.history'),
    ['step', 'result', 'department', 'completed', 'by'].map((column) => text(`measures.column.${column}`)),
    steps.map(({ name, item, result, department, completedAt, by, deputyFor, origin, note }) => [
      stepName(name, item, department),
      [result ?? note ?? '–', origin === 'PROCESS' ? null : element('span', { class: 'ks-item' }, text(`origin.${origin}`))],
      department,
      localDate(completedAt),
      deputyFor ? [by, element('br'), text('measures.inPlaceOf', deputyFor)] : by,
    ]),
  );
}
