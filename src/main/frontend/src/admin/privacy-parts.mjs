import { ask } from '../actions/dialog.mjs';
import { dateField, textInput } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { crossSiteToken, Refusal, resource } from '../tasklist.mjs';
import { failureText } from './failure.mjs';

/** A button that saves what the server answers as a file; what it needs to know goes in the body, never in the address. */
export function saved(label, name, type, path, body) {
  const note = element('span', { role: 'status' });
  const save = async () => {
    note.textContent = '';
    try {
      const answer = await fetch(resource(path), {
        credentials: 'same-origin',
        method: body ? 'POST' : 'GET',
        headers: { Accept: type, 'Content-Type': 'application/json', 'X-XSRF-TOKEN': crossSiteToken() },
        body: body ? JSON.stringify(body()) : undefined,
      });
      if (!answer.ok) {
        throw new Refusal(answer.status, await answer.json().catch(() => null));
      }
      const url = URL.createObjectURL(await answer.blob());
      element('a', { href: url, download: name }).click();
      URL.revokeObjectURL(url);
    } catch (failure) {
      note.textContent = failureText(failure);
    }
  };
  return element('span', {}, element('button', { type: 'button', class: 'btn btn-default', onclick: save }, label), note);
}

/** A field with its label; the id is made of both names. */
export function field(form, name, label, control = 'input', attributes = {}) {
  const id = `ks-privacy-${form}-${name}`;
  const input = element(control, { id, name, class: 'form-control', autocomplete: 'off', ...attributes });
  return element('div', { class: 'form-group' }, element('label', { for: id }, label), input);
}

/** Runs what changes something and says what went wrong: every reason that the server gives. */
export async function attempt(note, work) {
  note.textContent = '';
  try {
    await work();
  } catch (failure) {
    const reasons = failure.body?.errors?.map(({ message }) => message);
    note.textContent = reasons?.length ? reasons.join(' ') : failureText(failure);
    note.focus();
  }
}

/** Where reasons are shown. */
export function alertNote() {
  return element('p', { role: 'alert', class: 'ks-privacy-alert', tabindex: '-1' });
}

/** Why something is stopped, and until when. */
export function reasonAndDay() {
  return [
    textInput('reason', text('admin.privacy.block.reason'), { required: true, maxlength: 500 }),
    dateField('until', text('admin.privacy.block.until'), { value: '', min: null, hint: text('admin.privacy.block.until.hint') }),
  ];
}

/** What was left empty is not sent as an empty text. */
export function toSend(values) {
  return { ...values, until: values.until || null };
}

/** Asks for reason and day before something is stopped; `key` names the texts. */
export function stopping(key, send) {
  ask({
    title: text(key),
    intro: text(`${key}.intro`),
    fields: reasonAndDay(),
    accept: text(key),
    send: (values) => send(toSend(values)),
  });
}
