import { extendTask, putOffTask, reassignTask, repeatStep, retryJob, skipStep } from './dialogs.mjs';
import { INTERRUPTIONS } from './interrupt.mjs';

/**
 * What heads and managers can do to step in, in the order in which the tab shows it. An action is offered where `holds` says so:
 * it gets what the tab knows (`view`, see MeasureSteering.View) and the task or job. `open(about, view, done)` asks for what is
 * needed and calls `done(message)` when the server has done it. Its button is the text `steer.<key>`.
 */
export const TASK_ACTIONS = [
  { key: 'reassign', holds: (_, task) => !task.paused && !task.asked, open: reassignTask },
  { key: 'extend', holds: (_, task) => !task.paused && Boolean(task.due), open: extendTask },
  { key: 'followUp', holds: (_, task) => !task.paused && !task.asked, open: putOffTask },
  { key: 'repeat', holds: (_, task) => !task.paused && !task.asked && task.earlier.length > 0, open: repeatStep },
  { key: 'skip', holds: (_, task) => !task.paused && !task.asked && task.skippable, open: skipStep },
];

/** The same for jobs that nobody will try again. */
export const JOB_ACTIONS = [{ key: 'retry', holds: (_, job) => job.givenUp, open: retryJob }];

/** The same for the measure as a whole; `about` is what the page of the measure knows of it. */
export const MEASURE_ACTIONS = INTERRUPTIONS;

/**
 * What can be done with a selection of measures: code of the intervention, key of its words, the fields that are asked for beside
 * the reason (`department`, `date`, `afterDue`), whether it is done with tasks, which can be narrowed down, and whether the reason
 * is published.
 */
export const BATCH_ACTIONS = [
  { kind: 'REASSIGN', key: 'reassign', fields: ['department'], tasks: true },
  { kind: 'EXTEND', key: 'extend', fields: ['date'], tasks: true },
  { kind: 'FOLLOW_UP', key: 'followUp', fields: ['date', 'afterDue'], tasks: true },
  { kind: 'RETRY', key: 'retry', fields: [], tasks: false },
  { kind: 'PAUSE', key: 'pause', fields: [], tasks: false, published: true },
  { kind: 'RESUME', key: 'resume', fields: [], tasks: false },
  { kind: 'PUBLISH', key: 'publish', fields: [], tasks: false },
  { kind: 'RELEASE_VERSION', key: 'releaseVersion', fields: [], tasks: false },
];
