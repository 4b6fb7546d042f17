import flatpickr from 'flatpickr';
import { German } from 'flatpickr/dist/esm/l10n/de.js';
import { options } from 'preact';

import { language, text } from '../messages/index.mjs';

/** Makes the date fields of form-js fit for use. */
export function prepareDates() {
  const german = language() === 'de';
  // Names of days and months, weeks that begin on Monday; the library's German leaves out what screen readers say.
  flatpickr.localize({
    ...(german ? German : { firstDayOfWeek: 1 }),
    monthAriaLabel: text('calendar.month'),
    yearAriaLabel: text('calendar.year'),
    hourAriaLabel: text('calendar.hour'),
    minuteAriaLabel: text('calendar.minute'),
  });
  // How they read out a day.
  flatpickr.setDefaults({ ariaDateFormat: german ? 'j. F Y' : 'j F Y' });
  // A typed date reaches the form's data in an effect, which preact runs a frame later: after the click that submits the form.
  options.requestAnimationFrame = queueMicrotask;
}
