import { element } from '../dom.mjs';
import { failed } from './accountparts.mjs';

/**
 * Does something, says that it is done, and shows what is there now. A refusal leaves the page as it was: it stands at the field
 * it is about, and where there is none, above the buttons.
 *
 * @param fields of the form, from fields.mjs
 * @param place  where a refusal stands that is about no field of it
 */
export async function doing(button, work, done, note, load, { fields = [], place = note } = {}) {
  button.disabled = true;
  note.replaceChildren();
  place.replaceChildren();
  fields.forEach((field) => field.problem(null));
  try {
    await work();
    await load();
    note.replaceChildren(element('p', { class: 'alert alert-success', role: 'status' }, done));
    // What was pressed is gone with the list that was drawn anew.
    note.focus();
  } catch (failure) {
    const errors = failure.body?.errors ?? [];
    const places = errors.map(({ field }) => fields.find(({ name }) => name === field));
    places.forEach((field, index) => field?.problem(errors[index].message));
    if (places.some((field) => !field) || !places.length) {
      failed(place, failure);
    }
    places.find(Boolean)?.focus();
    button.disabled = false;
  }
}
