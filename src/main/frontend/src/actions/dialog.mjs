import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { focusOnDone } from './done.mjs';

let created = 0;

/**
 * Asks for something in a native dialog: the focus stays inside, Escape closes it, the page behind is out of reach. Before
 * something typed is lost the person is asked; afterwards the focus is where it was.
 *
 * @param title  heading
 * @param intro  a sentence on what happens, or null
 * @param fields from fields.mjs
 * @param accept label of the button that sends
 * @param send   sends the values and settles when the server has; a refusal is shown at its field. Resolves with `gone` where
 *               what the focus came from has vanished
 * @param extra  further buttons: `{label, send}`
 * @param leaving label of the button that closes without sending
 */
export function ask({ title, intro, fields, accept, send, extra = [], leaving = text('actions.cancel') }) {
  const id = `ks-dialog-${(created += 1)}`;
  const problem = element('p', { class: 'ks-dialog-problem', role: 'alert', hidden: true });
  const button = (label, style, more) => element('button', { type: 'button', class: `btn ${style}`, ...more }, label);
  const buttons = [
    button(accept, 'btn-primary', { type: 'submit' }),
    ...extra.map((way) => button(way.label, 'btn-default', { onclick: () => attempt(way.send) })),
    button(leaving, 'btn-default', { onclick: () => leave() }),
  ];
  const form = element(
    'form',
    { novalidate: true },
    element('h2', { id }, title),
    intro ? element('p', { class: 'ks-dialog-intro' }, intro) : null,
    problem,
    fields.map(({ node }) => node),
    element('div', { class: 'ks-dialog-buttons' }, buttons),
  );
  const dialog = element('dialog', { class: 'ks-dialog', 'aria-labelledby': id }, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(send);
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('keydown', (event) => {
    // Tasklist listens on the document for shortcuts.
    event.stopPropagation();
    // The browser's own way to close would not wait for an answer a second time.
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      leave();
    }
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  document.body.append(dialog);
  dialog.showModal();
  fields.find(({ node }) => !node.hidden)?.focus();
  const untouched = JSON.stringify(values());
  return dialog;

  function values() {
    return Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
  }

  function leave() {
    if (JSON.stringify(values()) === untouched || globalThis.confirm(text('actions.discard'))) {
      dialog.close();
    }
  }

  async function attempt(sending) {
    problem.hidden = true;
    fields.forEach((field) => field.problem(null));
    buttons.forEach((each) => (each.disabled = true));
    try {
      const done = await sending(values());
      dialog.close();
      if (done?.gone) {
        focusOnDone();
      }
    } catch (failure) {
      buttons.forEach((each) => (each.disabled = false));
      refuse(failure);
    }
  }

  function refuse(failure) {
    const errors = failure.body?.errors ?? [];
    const places = errors.map(({ field }) => fields.find(({ name }) => name === field));
    places.forEach((place, index) => place?.problem(errors[index].message));
    const first = places.find(Boolean);
    if (first) {
      first.focus();
      return;
    }
    problem.textContent = errors[0]?.message ?? failure.body?.message ?? text('actions.failed');
    problem.hidden = false;
  }
}
