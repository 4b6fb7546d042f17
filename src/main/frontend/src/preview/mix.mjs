import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { plainTable } from './tables.mjs';

/** Who comes, by group: a table whose bars show the shares, and what to look at. */
export function mix({ total, limits, bars, warnings }) {
  return [
    element('p', {}, element('strong', {}, text(counted('preview.total', total), total)), ' ', `(${limits})`),
    plainTable(
      text('preview.mix'),
      [text('preview.group'), text('preview.count'), text('preview.share')],
      bars.map(({ group, count, percent }) => [
        group,
        String(count),
        [element('span', { class: 'ks-preview-bar', style: `width: ${Math.round(percent * 1.6)}px` }), ` ${percent} %`],
      ]),
    ),
    warnings.length
      ? element('div', { class: 'ks-preview-warnings' }, element('h5', {}, text('preview.warnings')), element('ul', {}, warnings.map((warning) => element('li', {}, warning))))
      : element('p', {}, text('preview.noWarnings')),
  ];
}

/** What a screen reader is told when the mix changes. */
export function mixSentence({ total, warnings }) {
  return text(counted('preview.mixSaid', total), total, warnings.length);
}

/** The key of a text about so many people. */
function counted(key, total) {
  return total === 1 ? `${key}.one` : key;
}
