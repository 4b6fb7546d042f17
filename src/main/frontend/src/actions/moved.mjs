const EVENT = 'ks-task-moved';

/**
 * Tells the parts of the page that something has happened to a task: the bar of actions brings Tasklist up to date, the head
 * of the form says anew where the task lies.
 *
 * @param gone whether the person can no longer see it
 */
export function announce(taskId, { gone = false } = {}) {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: { taskId, gone } }));
}

/** Hears of tasks that have moved. Returns what ends the listening. */
export function onMoved(listener) {
  const hear = ({ detail }) => listener(detail);
  document.addEventListener(EVENT, hear);
  return () => document.removeEventListener(EVENT, hear);
}

/** Address of something to do with a task. */
export function address(taskId, action) {
  return `tasks/${encodeURIComponent(taskId)}/${action}`;
}
