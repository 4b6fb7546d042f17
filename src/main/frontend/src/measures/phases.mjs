import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

const PHASES = [
  'PROPOSED',
  'UNDER_REVIEW',
  'DECIDED',
  'KNOWLEDGE',
  'STATUS_QUO',
  'WORKSHOPS',
  'STARTER_PROJECTS',
  'IMPLEMENTATION',
  'EVALUATION',
  'COMPLETED',
];

// Phases that a decision orders or leaves out; the others belong to every measure.
const ORDERED = ['KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS', 'IMPLEMENTATION'];

/**
 * Where a state stands in the life cycle: each phase as done, current, upcoming or skipped. Outside of it nothing is current.
 *
 * @param planned phases that the decision has ordered; nothing before a decision, when any may follow
 */
export function phasesAt(state, planned) {
  const position = PHASES.indexOf(state);
  const finished = state === 'COMPLETED';
  const status = (phase, index) => {
    if (index === position && !finished) {
      return 'current';
    }
    if (planned && ORDERED.includes(phase) && !planned.includes(phase)) {
      return 'skipped';
    }
    return position >= 0 && (index < position || finished) ? 'done' : 'upcoming';
  };
  return PHASES.map((phase, index) => ({ phase, status: status(phase, index) }));
}

/** Names of the phases that a measure leaves out. */
export function skippedPhases(state, planned) {
  return phasesAt(state, planned)
    .filter(({ status }) => status === 'skipped')
    .map(({ phase }) => phase);
}

/** The same in one or two sentences. */
export function phasesInWords(state, stateLabel, planned) {
  const position = PHASES.indexOf(state);
  if (position < 0) {
    return text('phases.outside', stateLabel);
  }
  if (state === 'COMPLETED') {
    return text('phases.finished');
  }
  const here = text('phases.at', position + 1, PHASES.length, text(`phase.${state}`));
  const names = phasesAt(state, planned)
    .filter(({ status }) => status === 'upcoming')
    .map(({ phase }) => text(`phase.${phase}`));
  if (!planned) {
    return `${here} ${text('phases.next', names[0])} ${position < PHASES.indexOf('KNOWLEDGE') ? text('phases.open') : ''}`.trim();
  }
  return `${here} ${text('phases.toCome', names.join(', '))}`;
}

const MARKS = { done: '✓', skipped: '–' };

/** Picture of the life cycle with the measure's place in it; the caption says the same in words. */
export function phasePicture(state, stateLabel, planned) {
  const outside = !PHASES.includes(state);
  return element(
    'figure',
    { class: `ks-phases${outside ? ' ks-phases-outside' : ''}` },
    element(
      'ol',
      {},
      phasesAt(state, planned).map(({ phase, status }, index) =>
        element(
          'li',
          { class: `ks-phase ks-phase-${status}`, 'aria-current': status === 'current' ? 'step' : null },
          element('span', { class: 'ks-phase-dot', 'aria-hidden': 'true' }, MARKS[status] ?? String(index + 1)),
          element('span', { class: 'ks-phase-name' }, text(`phase.${phase}`)),
          outside ? null : element('span', { class: status === 'skipped' ? 'ks-phase-note' : 'sr-only' }, ` (${text(`phases.${status}`)})`),
        ),
      ),
    ),
    element('figcaption', {}, phasesInWords(state, stateLabel, planned)),
  );
}
