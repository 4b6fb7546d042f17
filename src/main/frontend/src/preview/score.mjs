import { element } from '../dom.mjs';
import { localNumber, text } from '../messages/index.mjs';
import { picture, svg } from './svg.mjs';
import { plainTable } from './tables.mjs';

/** The score as a bar from 0 to 100, what is recommended and why, and the levels it comes from. */
export function score({ score: points, result, reasons, levels }) {
  const missing = levels.filter(({ level }) => level === null).map(({ criterion }) => criterion);
  return [
    points === null
      ? element('p', {}, text('preview.missing', missing.join(', ')))
      : [
          picture(
            600,
            30,
            svg('rect', { x: 0, y: 4, width: 600, height: 22, fill: '#e4e8e6' }),
            svg('rect', { x: 0, y: 4, width: 6 * Number(points), height: 22, fill: '#0b6b4f' }),
          ),
          element('p', { class: 'ks-preview-result' }, element('strong', {}, text('preview.score', written(points))), ' ', result),
          element('ul', {}, reasons.map((reason) => element('li', {}, reason))),
        ],
    plainTable(
      text('preview.levels'),
      [text('preview.criterion'), text('preview.level')],
      levels.map(({ criterion, level }) => [criterion, level === null ? '–' : String(level)]),
    ),
  ];
}

function written(points) {
  return localNumber(Number(points).toFixed(2));
}

/** What a screen reader is told when the score changes. */
export function scoreSentence({ score: points, result }) {
  return points === null ? '' : text('preview.scoreSaid', written(points), result);
}
