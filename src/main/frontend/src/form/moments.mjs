import { localDate, locale } from '../messages/index.mjs';

const CITY_TIME = 'Europe/Berlin';

/** The time of a moment in the city: 14:32. */
export function localTime(moment) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZone: CITY_TIME }).format(new Date(moment));
}

/** Whether a moment is on the city's present day. */
export function isToday(moment, now = new Date()) {
  return localDate(new Date(moment).toISOString()) === localDate(now.toISOString());
}
