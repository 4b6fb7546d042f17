import { localDate, text } from '../messages/index.mjs';

/** Whether it is open, ends or has ended, and where it is changed. */
export function stateOf({ ended, validUntil, location, association }) {
  const state = ended ? 'ended' : validUntil ? 'ending' : 'open';
  return [
    association ? `${text('admin.municipalities.association')}, ` : '',
    text(`admin.municipalities.state.${state}`, localDate(validUntil)),
    location ? `, ${text('admin.municipalities.configured')}` : '',
  ].join('');
}
