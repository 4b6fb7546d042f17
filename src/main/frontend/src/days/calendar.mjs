import flatpickr from 'flatpickr';

import { calendarWords } from './words.mjs';

const ISO = 'Y-m-d';

/**
 * Shows a calendar and puts the focus on the chosen day, or on today. The arrow keys move from day to day.
 *
 * @param place  empties it and draws there
 * @param choose told the ISO date of the day that was chosen
 */
export function calendar(place, { chosen, min }, choose) {
  const anchor = document.createElement('div');
  place.replaceChildren(anchor);
  const shown = flatpickr(anchor, {
    ...calendarWords(),
    inline: true,
    dateFormat: ISO,
    defaultDate: chosen && (!min || chosen >= min) ? chosen : null,
    minDate: min,
    // Without a role the name of a day would be lost on screen readers.
    onDayCreate: (_, __, ___, day) => day.setAttribute('role', 'button'),
    onChange: (_, iso) => choose(iso),
  });
  const { days } = shown;
  const first = days.querySelector('.selected') ?? days.querySelector('.today:not(.flatpickr-disabled)') ?? days.querySelector('.flatpickr-day:not(.flatpickr-disabled)');
  first?.focus();
}
