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

/** Where a state stands in the life cycle: each phase as done, current or upcoming. Outside of it nothing is current. */
export function phasesAt(state) {
  const position = PHASES.indexOf(state);
  const finished = state === 'COMPLETED';
  return PHASES.map((phase, index) => ({
    phase,
    status: position < 0 ? 'upcoming' : index < position || finished ? 'done' : index === position ? 'current' : 'upcoming',
  }));
}

/** The same in one or two sentences. */
export function phasesInWords(state, stateLabel) {
  const position = PHASES.indexOf(state);
  if (position < 0) {
    return text('phases.outside', stateLabel);
  }
  if (state === 'COMPLETED') {
    return text('phases.finished');
  }
  const here = text('phases.at', position + 1, PHASES.length, text(`phase.${state}`));
  return `${here} ${text('phases.next', text(`phase.${PHASES[position + 1]}`))}`;
}

/** Picture of the life cycle with the measure's place in it; the caption says the same in words. */
export function phasePicture(state, stateLabel) {
  const outside = !PHASES.includes(state);
  return element(
    'figure',
    { class: `ks-phases${outside ? ' ks-phases-outside' : ''}` },
    element(
      'ol',
      {},
      phasesAt(state).map(({ phase, status }, index) =>
        element(
          'li',
          { class: `ks-phase ks-phase-${status}`, 'aria-current': status === 'current' ? 'step' : null },
          element('span', { class: 'ks-phase-dot', 'aria-hidden': 'true' }, status === 'done' ? '✓' : String(index + 1)),
          element('span', { class: 'ks-phase-name' }, text(`phase.${phase}`)),
          outside ? null : element('span', { class: 'sr-only' }, ` (${text(`phases.${status}`)})`),
        ),
      ),
    ),
    element('figcaption', {}, phasesInWords(state, stateLabel)),
  );
}
