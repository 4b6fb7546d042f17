import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post } from '../tasklist.mjs';

/** Says above the lists what went wrong, field by field where the server names them. */
export function failed(note, failure) {
  const errors = failure.body?.errors ?? [];
  note.replaceChildren(
    element(
      'div',
      { role: 'alert', class: 'alert alert-danger' },
      errors.length
        ? element('ul', {}, errors.map(({ label, message }) => element('li', {}, label ? `${label}: ${message}` : message)))
        : (failure.body?.message ?? text('admin.failed')),
    ),
  );
}

/** A start password: on the page until the next thing is done, and nowhere else. */
export function shownOnce(name, account, password) {
  return element(
    'div',
    { class: 'alert alert-success ks-accounts-password' },
    element('p', {}, text('accounts.password.for', name)),
    element(
      'dl',
      {},
      element('dt', {}, text('accounts.column.account')),
      element('dd', {}, element('code', {}, account)),
      element('dt', {}, text('accounts.password')),
      element('dd', {}, element('code', {}, password)),
    ),
    element('p', {}, text('accounts.password.once')),
  );
}

/** Asks before something that the person concerned will notice. */
export function confirmed(question) {
  return globalThis.confirm(question);
}

/** A field of a form with its label and, below, what helps. */
export function field(id, label, control, help) {
  return element(
    'div',
    { class: 'ks-external-field' },
    element('label', { for: id }, label),
    control,
    help && element('p', { class: 'help-block' }, help),
  );
}

export function input(id, type, maxlength) {
  return element('input', { id, type, class: 'form-control', maxlength: maxlength ?? null });
}

/** Takes a right on a workshop back, after asking. */
export function withdrawal(right, address, note, load) {
  return element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default btn-sm',
      'aria-label': `${text('external.withdraw')}: ${right.name}`,
      onclick: async () => {
        if (!confirmed(text('external.sure', right.name))) {
          return;
        }
        try {
          await post(address);
          await load();
          note.replaceChildren(element('p', { class: 'alert alert-success' }, text('external.withdrawn')));
        } catch (failure) {
          failed(note, failure);
        }
      },
    },
    text('external.withdraw'),
  );
}
