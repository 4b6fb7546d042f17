import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { showOutbox } from './outbox.mjs';

/** Tasklist's address of the page; mails link to it. */
export const PATH = '/benachrichtigungen';

const RHYTHMS = ['IMMEDIATE', 'DAILY', 'NONE'];
const LANGUAGES = ['DE', 'EN'];

/** The page on which people say how they want to be notified. */
export async function showMailSettings(page) {
  const title = element('h1', {}, text('mail.title'));
  page.replaceChildren(title, element('p', { role: 'status' }, text('mail.loading')));
  try {
    const { own, mailboxes, outbox } = await read('mail');
    page.replaceChildren(
      title,
      ...(own ? [element('p', { class: 'ks-intro' }, text('mail.intro'))] : []),
      ...(own ? [choiceForm(own)] : []),
      ...mailboxes.map(choiceForm),
      ...(outbox ? [showOutbox(outbox, () => showMailSettings(page))] : []),
    );
  } catch (failure) {
    page.replaceChildren(title, element('p', { role: 'alert', class: 'alert alert-danger' }, failureText(failure)));
  }
}

/** What went wrong, in words for the reader. */
export function failureText(failure) {
  return failure.status === 401 ? text('measures.signedOut') : (failure.body?.message ?? text('mail.failed'));
}

/** A form for one person or one mailbox. */
export function choiceForm(choice) {
  const name = `ks-mail-${choice.department ?? 'own'}`;
  const status = element('p', { role: 'status', class: 'ks-mail-status' });
  const form = element(
    'form',
    {
      class: 'ks-mail-choice',
      'aria-labelledby': `${name}-title`,
      onsubmit: (event) => {
        event.preventDefault();
        save(form, choice, status);
      },
    },
    element('h2', { id: `${name}-title` }, choice.department ? text('mail.mailboxOf', choice.name) : text('mail.own')),
    element('p', {}, choice.address ? text('mail.address', choice.address) : text(`mail.noAddress.${choice.department ? 'mailbox' : 'own'}`)),
    options(name, 'rhythm', RHYTHMS, choice.rhythm),
    options(name, 'language', LANGUAGES, choice.language),
    element('button', { type: 'submit', class: 'btn btn-primary' }, text('mail.save')),
    status,
  );
  return form;
}

function options(name, field, values, chosen) {
  return element(
    'fieldset',
    {},
    element('legend', {}, text(`mail.${field}`)),
    values.map((value) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: `${name}-${field}`, value, checked: value === chosen }),
        ' ',
        text(`mail.${field}.${value}`),
      ),
    ),
  );
}

async function save(form, choice, status) {
  const [rhythm, language] = ['rhythm', 'language'].map(
    (field) => form.querySelector(`input[name$="-${field}"]:checked`)?.value,
  );
  status.textContent = '';
  try {
    await post('mail/choice', { department: choice.department ?? null, rhythm, language });
    status.textContent = text('mail.saved');
  } catch (failure) {
    status.textContent = failureText(failure);
  }
}
