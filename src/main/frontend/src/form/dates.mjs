import flatpickr from 'flatpickr';
import { options } from 'preact';

import { calendarWords } from '../days/words.mjs';

/** Makes the date fields of form-js fit for use. */
export function prepareDates() {
  const { locale, ...defaults } = calendarWords();
  flatpickr.localize(locale);
  flatpickr.setDefaults(defaults);
  // A typed date reaches the form's data in an effect, which preact runs a frame later: after the click that submits the form.
  options.requestAnimationFrame = queueMicrotask;
}
