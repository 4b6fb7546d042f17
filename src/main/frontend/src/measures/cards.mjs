import { element } from '../dom.mjs';
import { read } from '../tasklist.mjs';

// A list shows up to fifteen cards at once and they all ask the same question.
const FRESH_MILLISECONDS = 3000;

let asked = { at: 0, measures: Promise.resolve(new Map()) };

/** Adds to a task's card which measure it is about; the engine's list of tasks does not say it. */
export async function showMeasureOfTask(node, taskId) {
  const measure = (await measuresByTask()).get(taskId);
  if (measure) {
    node.append(element('div', { class: 'ks-card' }, element('strong', {}, measure.number), ` ${measure.title}`));
  }
}

function measuresByTask() {
  const now = Date.now();
  if (now - asked.at > FRESH_MILLISECONDS) {
    asked = { at: now, measures: read('measures').then(byTask, () => new Map()) };
  }
  return asked.measures;
}

/** The measure of each open task that the person may see. */
export function byTask(measures) {
  return new Map(
    measures.flatMap((measure) =>
      (measure.nextSteps ?? []).filter(({ taskId }) => taskId).map(({ taskId }) => [taskId, measure]),
    ),
  );
}
