import { German } from 'flatpickr/dist/esm/l10n/de.js';

import { language, text } from '../messages/index.mjs';

/** What calendars say in the page's language. */
export function calendarWords() {
  const german = language() === 'de';
  return {
    // Names of days and months, weeks that begin on Monday; the library's German leaves out what screen readers say.
    locale: {
      ...(german ? German : { firstDayOfWeek: 1 }),
      monthAriaLabel: text('calendar.month'),
      yearAriaLabel: text('calendar.year'),
      hourAriaLabel: text('calendar.hour'),
      minuteAriaLabel: text('calendar.minute'),
    },
    // How they read out a day.
    ariaDateFormat: german ? 'j. F Y' : 'j F Y',
  };
}
