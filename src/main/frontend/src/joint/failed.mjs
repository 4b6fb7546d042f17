import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** Why nothing is shown, in the server's words where it has said any. */
export function failed(failure) {
  return element('p', { role: 'alert', class: 'alert alert-danger' }, failure.body?.message ?? text('joint.failed'));
}
