import { table } from '../cockpit/chart/table.mjs';
import { element } from '../dom.mjs';
import { localNumber, text } from '../messages/index.mjs';
import { svg } from '../preview/svg.mjs';
import { read } from '../tasklist.mjs';

const HOURS_OF_DAY = 24;
const WIDTH = 600;
const HEIGHT = 16;

/** Left free on both sides, for a mark at the end. */
const EDGE = 8;

/** How long steps take in the members together, beside the own value: a picture for each step, and all as a table. */
export async function showTimes(part) {
  const steps = await read('exchange/steps');
  part.replaceChildren(
    element('h2', {}, text('exchange.part.times')),
    element('p', {}, text('exchange.times.intro')),
    steps.length ? content(steps) : element('p', {}, text('exchange.times.none')),
  );
}

function content(steps) {
  const longest = Math.max(1, ...steps.map(({ spread, ownHours }) => Math.max(spread.upperHours, ownHours ?? 0)));
  return element(
    'div',
    {},
    element('p', { class: 'ks-exchange-legend' }, text('exchange.times.legend', duration(longest))),
    element('div', { class: 'ks-exchange-spreads' }, steps.map((step) => picture(step, longest))),
    table({
      caption: text('exchange.times.table'),
      columns: [text('exchange.times.step'), ...['municipalities', 'lower', 'median', 'upper', 'own'].map((name) => ({ label: text(`exchange.times.${name}`), number: true }))],
      rows: steps.map(({ spread, ownHours }) => [
        spread.name,
        localNumber(spread.municipalities),
        duration(spread.lowerHours),
        duration(spread.medianHours),
        duration(spread.upperHours),
        ownHours === null ? null : duration(ownHours),
      ]),
    }),
  );
}

function picture({ spread, ownHours }, longest) {
  const { name, lowerHours, medianHours, upperHours } = spread;
  const at = (hours) => EDGE + (hours / longest) * (WIDTH - 2 * EDGE);
  const words = [duration(lowerHours), duration(upperHours), duration(medianHours)];
  const described = ownHours === null ? text('exchange.times.described', name, ...words) : text('exchange.times.describedOwn', name, ...words, duration(ownHours));
  return element(
    'figure',
    { class: 'ks-exchange-spread' },
    element('figcaption', {}, name),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': described, preserveAspectRatio: 'none' }, [
      svg('rect', { x: 0, y: 7, width: WIDTH, height: 2, class: 'ks-exchange-axis' }),
      svg('rect', { x: at(lowerHours), y: 3, width: Math.max(2, at(upperHours) - at(lowerHours)), height: 10, class: 'ks-exchange-range' }),
      svg('rect', { x: at(medianHours) - 2, y: 0, width: 4, height: HEIGHT, class: 'ks-exchange-median' }),
      ...(ownHours === null ? [] : [svg('circle', { cx: at(ownHours), cy: 8, r: 5, class: 'ks-exchange-mine' })]),
    ]),
  );
}

/** Hours below three days, then days. */
export function duration(hours) {
  if (hours < 3 * HOURS_OF_DAY) {
    return hours === 0 ? text('throughput.underAnHour') : text('throughput.hours', hours);
  }
  return text('throughput.days', localNumber(Math.round((hours / HOURS_OF_DAY) * 10) / 10));
}
