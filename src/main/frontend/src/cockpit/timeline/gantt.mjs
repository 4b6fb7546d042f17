import { element } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { chart } from '../chart/chart.mjs';
import { begin, end, range, spanText } from './spans.mjs';

const MONTH = 30.4 * 24 * 60 * 60 * 1000;
const EVENTS = { DECISION: 'rect', WORKSHOP: 'triangle', MILESTONE: 'diamond', STEP: 'circle' };
const COLOURS = { planned: '#1d5fa8', actual: '#0b6b4f', pause: '#5b6168', DECISION: '#8a3b7c', WORKSHOP: '#b45309', MILESTONE: '#a5281f', STEP: '#5b6168', today: '#262626' };

/**
 * A Gantt chart: above what was planned, outlined; below what was, filled; pauses dotted; single days as shapes; a line for today.
 *
 * @param title  of the chart
 * @param lines  `{name, spans: [{kind, span, label}], events}`: one line each, from the top; kind is planned, actual or pause
 * @param within measures whose days the axis spans
 * @param today  ISO day
 * @param data   the table behind the chart
 * @return `node` with buttons that zoom, and `close()`
 */
export function gantt({ title, description, lines, within, today, data }) {
  const whole = range(within, today);
  const drawn = chart({ title, description, data, height: 110 + lines.length * 40, option: option(lines, whole, today) });
  let view = { ...whole };

  function look(from, until) {
    const length = Math.min(until - from, whole.until - whole.from);
    const start = Math.max(whole.from, Math.min(from, whole.until - length));
    view = { from: start, until: start + length };
    const percent = (moment) => ((moment - whole.from) / (whole.until - whole.from)) * 100;
    drawn.zoom(percent(view.from), percent(view.until));
  }

  const around = (months) => () => look(begin(today) - (months / 2) * MONTH, begin(today) + (months / 2) * MONTH);
  const move = (part) => () => look(view.from + part * (view.until - view.from), view.until + part * (view.until - view.from));
  const button = (key, act) => element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: act }, text(key));
  const tools = element(
    'div',
    { class: 'ks-diagram-tools', role: 'toolbar', 'aria-label': text('timeline.tools') },
    button('timeline.whole', () => look(whole.from, whole.until)),
    button('timeline.year', around(12)),
    button('timeline.quarter', around(3)),
    button('timeline.earlier', move(-0.5)),
    button('timeline.later', move(0.5)),
  );
  return { node: element('div', {}, tools, drawn.node), close: drawn.close };
}

function option(lines, whole, today) {
  const spans = (kind) =>
    lines.flatMap((line, index) =>
      line.spans
        .filter((one) => one.kind === kind)
        .map(({ span, label, short }) => ({ value: [begin(span.from), index, end(span.until ?? today)], said: `${line.name}\n${label ?? text(`timeline.${kind}`)}\n${spanText(span)}`, short })),
    );
  const all = Object.fromEntries(['planned', 'actual', 'pause'].map((kind) => [kind, spans(kind)]));
  const events = (kind) =>
    lines.flatMap((line, index) =>
      line.events
        .filter((event) => event.kind === kind)
        .map(({ day, kindName, title, state }) => ({ value: [begin(day), index], said: `${line.name}\n${kindName}: ${title}\n${localDate(day)}, ${state}` })),
    );
  return {
    tooltip: { trigger: 'item', formatter: ({ data }) => data?.said ?? '' },
    grid: { left: 8, right: 24, top: 62, bottom: 56 },
    xAxis: { type: 'time', min: whole.from, max: whole.until, position: 'top', axisLabel: { hideOverlap: true }, splitLine: { show: true } },
    yAxis: { type: 'category', inverse: true, data: lines.map(({ name }) => name), axisLabel: { width: 240, overflow: 'truncate' }, splitLine: { show: true } },
    dataZoom: [{ type: 'inside', filterMode: 'weakFilter', zoomOnMouseWheel: 'ctrl' }, { type: 'slider', filterMode: 'weakFilter', bottom: 8, height: 24, brushSelect: false }],
    series: [
      ...['planned', 'actual', 'pause'].map((kind) => ({
        name: text(`timeline.${kind}`),
        type: 'custom',
        itemStyle: LEGEND[kind],
        encode: { x: [0, 2], y: 1 },
        data: all[kind],
        renderItem: ({ coordSys, dataIndex }, api) => bar(kind, api, coordSys, all[kind][dataIndex].short),
        clip: true,
      })),
      ...Object.entries(EVENTS).map(([kind, symbol], index) => ({
        name: text(`timeline.${kind}`),
        type: 'scatter',
        symbol,
        symbolSize: 14,
        itemStyle: { color: COLOURS[kind], borderColor: '#fff', borderWidth: 1, decal: { symbol: 'none' } },
        data: events(kind),
        markLine: index
          ? undefined
          : {
              symbol: 'none',
              silent: true,
              lineStyle: { color: COLOURS.today, width: 2, type: 'solid' },
              label: { formatter: text('timeline.today'), position: 'end', distance: 4, color: COLOURS.today },
              data: [{ xAxis: begin(today) }],
            },
      })),
    ],
  };
}

/** What stands in the legend looks like what is drawn. */
const PLAIN = { decal: { symbol: 'none' } };
const LEGEND = {
  planned: { ...PLAIN, color: '#fff', borderColor: COLOURS.planned, borderWidth: 2, borderType: 'dashed' },
  actual: { ...PLAIN, color: COLOURS.actual },
  pause: { ...PLAIN, color: '#d5d8dc', borderColor: COLOURS.pause, borderWidth: 2, borderType: 'dotted' },
};

const LETTER = 6;

/**
 * Planned in the upper half and outlined, actual in the lower half and filled, a pause across and dotted. Of a bar that reaches out
 * of what is shown, the part inside is drawn, with its name where there is room.
 */
export function bar(kind, api, { x, width: room }, name) {
  const [begins, middle] = api.coord([api.value(0), api.value(1)]);
  const [ends] = api.coord([api.value(2), api.value(1)]);
  const from = Math.max(begins, x);
  const width = Math.min(Math.max(ends - begins, 2) + begins, x + room) - from;
  if (width <= 0) {
    return null;
  }
  const height = api.size([0, 1])[1] * (kind === 'pause' ? 0.76 : 0.36);
  const top = { planned: middle - height - 1, actual: middle + 1, pause: middle - height / 2 }[kind];
  const style = {
    planned: { fill: '#fff', stroke: COLOURS.planned, lineWidth: 2, lineDash: [5, 3] },
    // One phase follows the other without a gap: the line between them is what tells them apart.
    actual: { fill: COLOURS.actual, stroke: '#fff', lineWidth: 1 },
    pause: { fill: 'rgba(91,97,104,.25)', stroke: COLOURS.pause, lineWidth: 2, lineDash: [1, 3] },
  }[kind];
  const named = name && width > name.length * LETTER + 8;
  return {
    type: 'rect',
    shape: { x: from, y: top, width, height },
    style,
    ...(named ? { textContent: { style: { text: name, fill: kind === 'planned' ? COLOURS.planned : '#fff', fontSize: 11 } }, textConfig: { position: 'inside' } } : {}),
  };
}
