import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from './parts.mjs';

/** How far a round is: one bar for the whole, and the same for every department as a table. */
export function progress(departments, { reported, expected }) {
  const share = expected ? Math.round((100 * reported) / expected) : 0;
  return element(
    'section',
    {},
    element('h2', {}, text('rounds.progress')),
    bar(share, text('rounds.reportedOf', reported, expected)),
    table({
      caption: text('rounds.progress'),
      hideCaption: true,
      columns: [
        text('rounds.column.department'),
        { label: text('rounds.column.expected'), number: true },
        { label: text('rounds.column.reported'), number: true },
        { label: text('rounds.column.missing'), number: true },
        { label: text('rounds.column.resting'), number: true },
      ],
      rows: departments.map((one) => [one.department, one.expected, one.reported, one.missing, one.resting].map(String)),
    }),
  );
}

function bar(share, words) {
  const filled = element('div', { class: 'ks-rounds-bar-filled' });
  filled.style.width = `${share}%`;
  return element(
    'div',
    { class: 'ks-rounds-bar', role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-valuenow': String(share), 'aria-label': words },
    filled,
    element('span', { class: 'ks-rounds-bar-words' }, text('rounds.percent', share)),
  );
}
