import { select } from '../actions/fields.mjs';
import { locale, localNumber, text } from '../messages/index.mjs';

/** What can become of a row. */
export const FATES = ['CREATED', 'UPDATED', 'LEFT', 'REFUSED'];

/** Stages in which an import is at work in the background. */
export const WORKING = ['PLANNING', 'APPLYING'];

/** Codes of character encodings that a person may say. */
const ENCODINGS = ['UTF_8', 'WINDOWS_1252', 'MAC_ROMAN'];

/** Which encoding the text files are in; recognised unless somebody says it. */
export function encodingField(label = text('admin.imports.encoding')) {
  return select(
    'encoding',
    label,
    [{ value: '', label: text('admin.imports.encoding.recognise') }, ...ENCODINGS.map((value) => ({ value, label: text(`admin.imports.encoding.${value}`) }))],
    { empty: false },
  );
}

/** How many rows have each fate, in one line. */
export function counted({ rows }) {
  return FATES.filter((fate) => rows[fate])
    .map((fate) => `${localNumber(rows[fate])} ${text(`admin.imports.fate.${fate}`)}`)
    .join(', ');
}

export function moment(at) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(new Date(at));
}
