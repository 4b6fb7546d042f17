import { localNumber, separators } from '../messages/index.mjs';

/** So many digits a JSON number carries without loss. */
const DIGITS = 15;

const EXAMPLE = 1234.5;
const WHOLE_EXAMPLE = 1500;

/**
 * Reads a number as people of the page's language write it; in German 862.139,70 or 862139,7 or 862 139,70. Nothing is guessed:
 * what could be meant otherwise (1,000.00 or 12.34) is a problem.
 *
 * @param typed what stands in the field
 * @param digits how many decimal places the field takes; as many as wanted if undefined
 * @param unit what stands behind the field and may be typed as well
 * @returns `{ value }`, null for nothing, or `{ problem: [key, …arguments] }`
 */
export function readNumber(typed, { digits, unit } = {}) {
  const text = plain(typed, unit);
  if (!text) {
    return { value: null };
  }
  const { group, decimal } = separators();
  const number = new RegExp(
    `^(-?)(\\d+|[1-9]\\d{0,2}(?:\\${group}\\d{3})+|[1-9]\\d{0,2}(?: \\d{3})+)?(?:\\${decimal}(\\d*))?$`,
  );
  const [, sign, whole = '', fraction = ''] = number.exec(text) ?? [];
  if (!whole && !fraction) {
    return { problem: unreadable(text, digits) };
  }
  if (digits !== undefined && fraction.length > digits) {
    return { problem: digits === 0 ? ['formjs.integer'] : ['formjs.decimals', digits] };
  }
  const integer = whole.replace(/\D/g, '') || '0';
  if ((integer + fraction).replace(/^0+/, '').length > DIGITS) {
    return { problem: ['number.tooLong', DIGITS] };
  }
  return { value: Number(`${sign}${integer}.${fraction || '0'}`) + 0 };
}

/** Writes a number as people read it. Whole numbers below 10.000, years among them, stay ungrouped where only whole ones fit. */
export function writeNumber(value, { digits, unit, typedDigits = 0 } = {}) {
  const places = unit === '€' ? digits : Math.min(typedDigits, digits ?? typedDigits);
  return localNumber(value, { decimals: places ?? 0, grouped: digits !== 0 || Math.abs(value) >= 10_000 });
}

/** How many decimal places somebody has typed; written back they stay, 0,70 does not become 0,7. */
export function typedDigits(typed) {
  return (String(typed).split(separators().decimal)[1] ?? '').replace(/\D/g, '').length;
}

/** A number field keeps a text that is no number as it was typed; numbers are numbers. */
export function isUnreadable(value) {
  return typeof value === 'string' && value !== '';
}

function plain(typed, unit) {
  const text = String(typed ?? '')
    .replace(/[\u00a0\u202f\u2009\s]+/g, ' ')
    .replace(/^ ?[\u2212\u2013]/, '-')
    .trim();
  return unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}

function unreadable(text, digits) {
  const example = digits === 0 ? localNumber(WHOLE_EXAMPLE, { grouped: true }) : localNumber(EXAMPLE, { grouped: true, decimals: 2 });
  return /^-?[\d.,' ]*\d[\d.,' ]*$/.test(text) ? [`number.separators`, example] : ['number.unreadable', example];
}

