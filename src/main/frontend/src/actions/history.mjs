import { localDate, text } from '../messages/index.mjs';

/** What happened to a task, in words: "weitergegeben von … an …". */
export function happened({ kind, fromDepartment, toDepartment, heldBy, givenTo, followUp }) {
  const words = {
    FOLLOW_UP: [localDate(followUp)],
    ASSIGNED: [givenTo],
    HANDED_OVER: [fromDepartment, toDepartment],
    RETURNED: [fromDepartment, toDepartment],
    RELEASED: [toDepartment, heldBy],
    ASKED: [givenTo ?? toDepartment],
  };
  return text(`event.${kind}`, ...(words[kind] ?? []));
}

/** Headings of {@link eventRow}. */
export function eventColumns() {
  return ['at', 'task', 'event', 'by'].map((column) => text(`event.column.${column}`));
}

/** A line of what happened to tasks, for a table. */
export function eventRow(line) {
  return [localDate(line.at), line.task, happened(line), line.by];
}
