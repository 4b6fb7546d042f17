import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { linkTo } from './addresses.mjs';

/** Why a measure stands where it stands, since when, and what has become of it or has come into it; null where nothing is to be said. */
export function stateNote({ state, stateLabel, stateSince, stateReason, mergedInto, mergedFrom = [] }) {
  const lines = [
    stateReason ? text('measures.stateNote', stateLabel, localDate(stateSince), stateReason) : null,
    state === 'PAUSED' ? text('measures.pausedNote') : null,
    mergedInto ? [text('measures.mergedInto'), ' ', link(mergedInto)] : null,
    mergedFrom.length ? [text('measures.mergedFrom'), ...mergedFrom.flatMap((other) => [' ', link(other)])] : null,
  ].filter(Boolean);
  return lines.length
    ? element('div', { class: `ks-state-note${state === 'PAUSED' ? ' ks-paused' : ''}` }, lines.map((line) => element('p', {}, line)))
    : null;
}

function link({ number, title }) {
  return element('a', { href: linkTo(number) }, `${number} ${title}`);
}
