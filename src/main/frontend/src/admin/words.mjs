import { localDate, text } from '../messages/index.mjs';

/** What went wrong, in words for the reader. */
export function failureText(failure) {
  return failure.status === 401 ? text('measures.signedOut') : (failure.body?.message ?? text('admin.failed'));
}

/** Whether it is open, ends or has ended, and where it is changed. */
export function stateOf({ ended, validUntil, location }) {
  const state = ended ? 'ended' : validUntil ? 'ending' : 'open';
  return [
    text(`admin.municipalities.state.${state}`, localDate(validUntil)),
    location ? `, ${text('admin.municipalities.configured')}` : '',
  ].join('');
}
