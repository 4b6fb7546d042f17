import { localDate, text } from '../messages/index.mjs';

/** What happened to a task, in words: "weitergegeben von … an …". */
export function happened({ kind, fromDepartment, toDepartment, heldBy, givenTo, followUp, dueBefore, due }) {
  const words = {
    FOLLOW_UP: [localDate(followUp)],
    ASSIGNED: [givenTo],
    HANDED_OVER: [fromDepartment, toDepartment],
    RETURNED: [fromDepartment, toDepartment],
    RELEASED: [toDepartment, heldBy],
    ASKED: [givenTo ?? toDepartment],
    EXTENDED: [localDate(due), localDate(dueBefore)],
    LEAD_CHANGED: [fromDepartment, toDepartment],
  };
  const what = text(heldBy || kind !== 'RELEASED' ? `event.${kind}` : 'event.RELEASED.unheld', ...(words[kind] ?? []));
  // A superior who gives a task to somebody else sets a new last day with it.
  return due && !words[kind]?.includes(localDate(due)) ? text('event.withDue', what, localDate(due)) : what;
}

/** Headings of {@link eventRow}. */
export function eventColumns() {
  return ['at', 'task', 'event', 'by'].map((column) => text(`event.column.${column}`));
}

/** A line of what happened to tasks, for a table. */
export function eventRow(line) {
  return [localDate(line.at), line.task, happened(line), line.by];
}
