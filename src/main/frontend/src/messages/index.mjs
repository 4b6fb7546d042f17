import de from './de.mjs';
import en from './en.mjs';

const LANGUAGES = { de, en };

/** The language of the page: English for browsers that ask for it first, German for everyone else, as Tasklist itself decides. */
export function language() {
  const wanted = globalThis.navigator?.languages?.[0] ?? globalThis.navigator?.language ?? 'de';
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'de';
}

/** The locale that dates and numbers are written in. */
export function locale() {
  return language() === 'en' ? 'en-GB' : 'de-DE';
}

/** A text of the messages file; {0}, {1} … are replaced by the arguments. */
export function text(key, ...args) {
  const pattern = LANGUAGES[language()][key];
  if (pattern === undefined) {
    throw new Error(`no text for ${key}`);
  }
  return pattern.replace(/\{(\d)\}/g, (_, index) => String(args[index] ?? ''));
}

/** Whether the messages files know a text. */
export function hasText(key) {
  return key in LANGUAGES[language()];
}

/** What people of the language put between groups of thousands and before decimal places. */
export function separators() {
  return language() === 'de' ? { group: '.', decimal: ',' } : { group: ',', decimal: '.' };
}

/**
 * A number as people of the language write it: 1.234,50 in German.
 *
 * @param decimals so many decimal places at least
 * @param grouped whether thousands are set apart; by default from 10.000 on, so that years stay as they are
 */
export function localNumber(value, { decimals = 0, grouped = Math.abs(Number(value)) >= 10_000 } = {}) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value ?? '')) ?? [];
  if (whole === undefined) {
    return String(value ?? '');
  }
  const { group, decimal } = separators();
  const digits = fraction.padEnd(decimals, '0');
  return sign + (grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole) + (digits ? decimal + digits : '');
}

/** A number of bytes as people read it: 1,2 MB in German. */
export function localSize(bytes) {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / (1024 * 1024), 'MB'];
  const digits = value < 10 && unit === 'MB' ? 1 : 0;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(Math.max(value, 1))} ${unit}`;
}

const CITY_TIME = 'Europe/Berlin';

/** An ISO date, month or moment as people of the language write it, moments as the city's date; anything else unchanged. */
export function localDate(value) {
  const written = String(value ?? '');
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(written) ?? [];
  if (!year) {
    return written;
  }
  if (!day) {
    return `${month}/${year}`;
  }
  const moment = written.includes('T') ? new Date(written) : new Date(`${year}-${month}-${day}T12:00:00Z`);
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: CITY_TIME };
  return new Intl.DateTimeFormat(locale(), style).format(moment);
}

/** An ISO date with the short name of its weekday, e.g. Fr., 04.12.2026. */
export function localDay(value) {
  const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${value}T12:00:00Z`));
  return `${weekday}, ${localDate(value)}`;
}

/** A moment as people of the language write it, in the city's time: 04.12.2026, 09:30. */
export function localMoment(value) {
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: CITY_TIME };
  return new Intl.DateTimeFormat(locale(), style).format(new Date(value));
}
