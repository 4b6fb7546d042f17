import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** Says that something is on its way. */
export function loadingNote() {
  return element('p', { role: 'status', class: 'ks-loading' }, text('cockpit.loading'));
}

/** Why nothing is shown, in words for the reader: a refusal that names a reason in its own, anything else in ours. */
export function failureNote(failure) {
  return element('p', { role: 'alert', class: 'alert alert-danger' }, failureText(failure));
}

/** The same as text. */
export function failureText({ status, message }) {
  if (status === 401) {
    return text('cockpit.signedOut');
  }
  if (status === 403 || status === 404) {
    return text('cockpit.forbidden');
  }
  return status >= 400 && status < 500 && message ? message : text('cockpit.failed');
}

/** A small label; its meaning is in the words, the colour only repeats it. */
export function badge(words, kind) {
  return element('span', { class: `ks-badge ks-badge-${kind}` }, words);
}
