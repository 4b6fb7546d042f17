import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

let created = 0;

/**
 * Asks for something in a native dialog: the focus stays inside, Escape closes it, the page behind is out of reach.
 *
 * @param title  heading
 * @param intro  a sentence on what happens, or null
 * @param fields from fields.mjs
 * @param accept label of the button that sends
 * @param send   sends the values and settles when the server has; a refusal is shown at its field
 * @param extra  further buttons: `{label, send}`
 */
export function ask({ title, intro, fields, accept, send, extra = [] }) {
  const id = `ks-dialog-${(created += 1)}`;
  const problem = element('p', { class: 'ks-dialog-problem', role: 'alert', hidden: true });
  const button = (label, style, more) => element('button', { type: 'button', class: `btn ${style}`, ...more }, label);
  const buttons = [
    button(accept, 'btn-primary', { type: 'submit' }),
    ...extra.map((way) => button(way.label, 'btn-default', { onclick: () => attempt(way.send) })),
    button(text('actions.cancel'), 'btn-default', { onclick: () => dialog.close() }),
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
  // Tasklist listens on the document for shortcuts.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  fields.find(({ node }) => !node.hidden)?.focus();
  return dialog;

  async function attempt(sending) {
    problem.hidden = true;
    fields.forEach((field) => field.problem(null));
    buttons.forEach((each) => (each.disabled = true));
    try {
      await sending(Object.fromEntries(fields.map(({ name, value }) => [name, value()])));
      dialog.close();
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
