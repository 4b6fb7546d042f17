import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

export { field, input } from '../admin/accountparts.mjs';
export { table } from '../cockpit/chart/table.mjs';

/** A place above the content for what was done and what went wrong. */
export function note() {
  return element('div', { 'aria-live': 'polite', class: 'ks-rounds-note' });
}

/**
 * Says what went wrong: above the content, and at the fields that the server names; the first of them gets the focus.
 *
 * @param near what was pressed: of several forms with such a field the one around it is meant
 */
export function failed(place, failure, near = document.body) {
  const errors = failure.body?.errors ?? [];
  forget();
  place.replaceChildren(
    element(
      'div',
      { role: 'alert', class: 'alert alert-danger' },
      errors.length
        ? element('ul', {}, errors.map(({ label, message }) => element('li', {}, label ? `${label}: ${message}` : message)))
        : (failure.body?.message ?? text('rounds.failed')),
    ),
  );
  const first = errors.map((error) => at(error, near)).find(Boolean);
  if (first) {
    first.focus();
  } else {
    // Whoever has pressed a button far below would not see that anything was said.
    place.scrollIntoView?.({ block: 'nearest' });
  }
}

function at({ field: name, message }, near) {
  const control = /^\w+$/.test(name ?? '') ? nearest(`[id^=ks-rounds-][id$='-${name}']`, near) : null;
  if (control) {
    const id = `${control.id}-problem`;
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', id);
    (control.closest('.ks-day') ?? control).after(element('p', { id, class: 'ks-field-error ks-rounds-problem' }, message));
  }
  return control;
}

function nearest(selector, node) {
  return node && (node.querySelector(selector) ?? nearest(selector, node.parentElement));
}

/** What was wrong the last time may be right now. */
function forget() {
  document.querySelectorAll('.ks-rounds-problem').forEach((problem) => problem.remove());
  for (const control of document.querySelectorAll('[id^=ks-rounds-][aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  }
}

/** Says what was done. */
export function done(place, words) {
  forget();
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
      failed(place, failure, button);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}
