import { localDate, localNumber, text } from '../messages/index.mjs';
import { dataFields } from './content.mjs';

/**
 * A form's content as people read it: one line per field that says something.
 *
 * @param choices options by the valuesKey of the schema
 * @return lines with the names above the field, its label and its value
 */
export function readable(components, content, choices = {}, above = []) {
  return dataFields(components).flatMap(({ name, field }) => {
    const value = content?.[name];
    if (field.type === 'dynamiclist') {
      return (value ?? []).flatMap((row, index) =>
        readable(field.components, row, choices, [...above, `${labelOf(field)} ${text('form.row', index + 1)}`.trim()]),
      );
    }
    if (field.type === 'group') {
      return readable(field.components, value, choices, labelOf(field) ? [...above, labelOf(field)] : above);
    }
    const words = wordsOf(field, value, choices);
    return words ? [{ label: [...above, labelOf(field) || name].join(', '), words }] : [];
  });
}

/** The same as plain text, to be kept in a file or the clipboard. */
export function asText(lines, heading) {
  return [heading, '', ...lines.map(({ label, words }) => `${label}: ${words}`), ''].join('\n');
}

/** Two contents side by side: every field that one of them fills, with a mark where they differ. */
export function sideBySide(one, other) {
  const labels = [...new Set([...one, ...other].map(({ label }) => label))];
  const find = (lines, label) => lines.find((line) => line.label === label)?.words ?? '';
  return labels.map((label) => {
    const [left, right] = [find(one, label), find(other, label)];
    return { label, left, right, differs: left !== right };
  });
}

function labelOf(field) {
  return String(field.label || field.dateLabel || field.timeLabel || '').replace(/^=.*$/, '');
}

function wordsOf(field, value, choices) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) {
    return '';
  }
  const options = field.valuesKey ? (choices[field.valuesKey] ?? []) : (field.values ?? []);
  const word = (one) => options.find((option) => String(option.value) === String(one))?.label ?? String(one);
  switch (field.type) {
    case 'checkbox':
      return value ? text('readable.yes') : '';
    case 'number':
      return localNumber(value);
    case 'datetime':
      return field.subtype === 'time' ? String(value) : localDate(value);
    case 'checklist':
    case 'taglist':
      return [].concat(value).map(word).join(', ');
    default:
      return word(value);
  }
}
