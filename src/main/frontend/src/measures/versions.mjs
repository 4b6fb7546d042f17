import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { badge, table } from './parts.mjs';

/**
 * Lays versions side by side: one row per field, and per version its value and whether it differs from the version to its
 * left. A field that only a later version has stands where that version has it.
 */
export function compare(versions) {
  const labels = [];
  for (const { fields } of versions) {
    (fields ?? []).forEach(({ label }, index) => {
      if (!labels.includes(label)) {
        const before = index > 0 ? labels.indexOf(fields[index - 1].label) : -1;
        labels.splice(before + 1, 0, label);
      }
    });
  }
  return labels.map((label) => {
    const values = versions.map(({ fields }) => fields?.find((field) => field.label === label)?.value ?? '');
    return {
      label,
      cells: values.map((value, index) => ({ value, differs: index > 0 && value !== values[index - 1] })),
    };
  });
}

/** The versions of the record, each with its source and date, as one table. */
export function versionTable(versions) {
  const ordered = [...versions].sort((one, other) => one.version - other.version);
  return element(
    'div',
    { class: 'ks-versions' },
    element('p', { class: 'ks-intro' }, text('measures.versionsIntro')),
    table(
      text('measures.versions'),
      [text('measures.column.field'), ...ordered.map(heading)],
      compare(ordered).map(({ label, cells }) => [
        label,
        ...cells.map(({ value, differs }) => [
          value || element('em', {}, text('measures.notStated')),
          differs ? [' ', badge(text('measures.differs'), 'differs')] : null,
        ]),
      ]),
    ),
  );
}

function heading({ version, title, source, asOf, createdBy }) {
  return [
    element('span', { class: 'ks-version' }, text('measures.versionName', version)),
    element(
      'span',
      { class: 'ks-version-source' },
      [source, asOf ? text('measures.asOf', localDate(asOf)) : null].filter(Boolean).join(', '),
    ),
    title ? element('span', { class: 'ks-version-source' }, title) : null,
    createdBy ? element('span', { class: 'ks-version-source' }, text('measures.versionBy', createdBy)) : null,
  ];
}
