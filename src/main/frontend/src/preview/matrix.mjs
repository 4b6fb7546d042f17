import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { plainTable } from './tables.mjs';
import { picture, svg } from './svg.mjs';

const CELL = 100;
const LEFT = 46;
const TOP = 8;
const SHADES = ['#cfe8de', '#e3eef7', '#fdf0d2', '#f2f2f2'];

/** Influence against interest: cells in the colour of their quadrant, organisations as numbers, and the same as a table. */
export function matrix({ x, y, size, cells, points }) {
  const fields = [...new Set([...cells].sort((one, other) => other.x + other.y - (one.x + one.y)).map(({ field }) => field))];
  return [
    picture(
      LEFT + size * CELL + 8,
      TOP + size * CELL + 44,
      cells.map((cell) => drawCell(cell, size, fields)),
      fields.map((field) => drawName(field, cells, size)),
      points.map((point) => drawPoint(point, points, size)),
      scale(size, x, y),
    ),
    points.length
      ? plainTable(
          text('preview.matrix'),
          [text('preview.row'), text('preview.organisation'), y, x, text('preview.quadrant')],
          points.map((point) => [String(point.row), point.name || '–', String(point.y), String(point.x), meaningOf(point, cells)]),
        )
      : element('p', {}, text('preview.noPoints')),
  ];
}

function meaningOf(point, cells) {
  return cells.find((cell) => cell.x === point.x && cell.y === point.y)?.meaning ?? point.field;
}

const left = (x) => LEFT + (x - 1) * CELL;
const top = (y, size) => TOP + (size - y) * CELL;

function drawCell({ x, y, field }, size, fields) {
  return svg('rect', {
    x: left(x),
    y: top(y, size),
    width: CELL,
    height: CELL,
    fill: SHADES[fields.indexOf(field) % SHADES.length],
    stroke: '#fff',
  });
}

// The name stands at the upper edge of its quadrant, where no number is drawn.
function drawName(field, cells, size) {
  const own = cells.filter((cell) => cell.field === field);
  const middle = (Math.min(...own.map(({ x }) => left(x))) + Math.max(...own.map(({ x }) => left(x) + CELL))) / 2;
  const upper = Math.min(...own.map(({ y }) => top(y, size)));
  return svg('text', { x: middle, y: upper + 17, 'text-anchor': 'middle', class: 'ks-picture-field' }, field);
}

// Several organisations in one cell stand beside each other, in rows of four.
function drawPoint(point, points, size) {
  const place = points.filter(({ x, y }) => x === point.x && y === point.y).indexOf(point);
  const cx = left(point.x) + 16 + (place % 4) * 23;
  const cy = top(point.y, size) + 38 + Math.floor(place / 4) * 23;
  return [
    svg('circle', { cx, cy, r: 11, fill: '#0b6b4f' }, svg('title', {}, `${point.row}. ${point.name}`)),
    svg('text', { x: cx, y: cy + 4, 'text-anchor': 'middle', class: 'ks-picture-point' }, String(point.row)),
  ];
}

function scale(size, x, y) {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const bottom = TOP + size * CELL;
  return [
    numbers.map((number) => svg('text', { x: left(number) + CELL / 2, y: bottom + 16, 'text-anchor': 'middle' }, String(number))),
    numbers.map((number) => svg('text', { x: LEFT - 8, y: top(number, size) + CELL / 2 + 4, 'text-anchor': 'end' }, String(number))),
    svg('text', { x: LEFT + (size * CELL) / 2, y: bottom + 36, 'text-anchor': 'middle', class: 'ks-picture-axis' }, `${x} →`),
    svg(
      'text',
      { x: 14, y: TOP + (size * CELL) / 2, 'text-anchor': 'middle', class: 'ks-picture-axis', transform: `rotate(-90 14 ${TOP + (size * CELL) / 2})` },
      `${y} →`,
    ),
  ];
}
