import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

export { field, input } from '../admin/accountparts.mjs';
export { table } from '../cockpit/chart/table.mjs';

/** A place above the content for what was done and what went wrong. */
export function note() {
  return element('div', { 'aria-live': 'polite', class: 'ks-rounds-note' });
}

/** Says what went wrong, field by field where the server names them. */
export function failed(place, failure) {
  const errors = failure.body?.errors ?? [];
  place.replaceChildren(
    element(
      'div',
      { role: 'alert', class: 'alert alert-danger' },
      errors.length
        ? element('ul', {}, errors.map(({ label, message }) => element('li', {}, label ? `${label}: ${message}` : message)))
        : (failure.body?.message ?? text('rounds.failed')),
    ),
  );
}

/** Says what was done. */
export function done(place, words) {
  place.replaceChildren(element('p', { class: 'alert alert-success' }, words));
}

/** A button that does one thing and says what went wrong. */
export function action(words, work, place, kind = 'default') {
  const button = element('button', { type: 'button', class: `btn btn-${kind}` }, words);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await work();
    } catch (failure) {
      failed(place, failure);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}
