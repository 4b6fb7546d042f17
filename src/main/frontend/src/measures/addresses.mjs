/** Tasklist's address of the page. */
export const PATH = '/massnahmen';

/** Link to one measure. */
export function linkTo(number) {
  return `#${PATH}?nummer=${encodeURIComponent(number)}`;
}

/** Link that opens a task in Tasklist, also when the current filter does not list it. */
export function linkToTask(taskId) {
  return `#/?forceDisplayTask=true&task=${encodeURIComponent(taskId)}`;
}

/** The measure that an address names, null for the list. */
export function measureOf(hash) {
  const query = hash.split('?')[1] ?? '';
  return new URLSearchParams(query).get('nummer');
}
