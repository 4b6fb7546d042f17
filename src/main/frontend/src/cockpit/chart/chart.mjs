import { element } from '../../dom.mjs';
import { language, text } from '../../messages/index.mjs';
import { table } from './table.mjs';
import { dressed } from './look.mjs';

/**
 * A chart and, behind it, the table with its numbers. The table is there at once; the library that draws arrives later, and when
 * it does not, the table opens in the chart's place.
 *
 * @param title   what stands above the chart
 * @param description what the chart shows, in one sentence, for those who do not see it
 * @param option  of ECharts: axes, series and what else differs from {@link dressed}
 * @param data    the table, as {@link table} takes it
 * @param height  in CSS pixels
 * @param points  so many points can be visited with the arrow keys; 0 where there is nothing to visit
 * @param load    brings the library, for tests
 * @return the figure as `node`; `zoom(from, to)` shows a part of the axis in per cent; `close()` gives back what the chart holds
 */
export function chart({ title, description, option, data, height = 320, points = 0, load = () => import('./echarts.mjs') }) {
  const drawing = element('div', {
    class: 'ks-chart-drawing',
    role: 'img',
    'aria-label': description,
    tabindex: points ? '0' : null,
    onkeydown: (event) => visit(event),
  });
  drawing.style.height = `${height}px`;
  const behind = element(
    'details',
    { class: 'ks-chart-table' },
    element('summary', {}, text('chart.asTable')),
    table({ caption: title, ...data }),
  );
  const node = element('figure', { class: 'ks-chart' }, element('figcaption', {}, title), drawing, behind);

  let drawn = null;
  let closed = false;
  let at = -1;
  let observer = null;
  const ready = load()
    .then(({ init }) => {
      if (closed || !drawing.isConnected) {
        return;
      }
      drawn = init(drawing, null, { renderer: 'svg', locale: language(), height });
      drawn.setOption(dressed(option, description));
      observer = new ResizeObserver(() => drawn?.resize());
      observer.observe(drawing);
    })
    .catch(() => {
      drawing.replaceWith(element('p', { class: 'alert alert-warning', role: 'status' }, text('chart.notDrawn')));
      behind.open = true;
    });

  function visit(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      at = -1;
      drawn?.dispatchAction({ type: 'hideTip' });
    } else if (step && drawn && points) {
      event.preventDefault();
      at = at < 0 && step < 0 ? points - 1 : (at + step + points) % points;
      drawn.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at });
    }
  }

  return {
    node,
    ready,
    zoom: (start, end) => drawn?.dispatchAction({ type: 'dataZoom', start, end }),
    close() {
      closed = true;
      observer?.disconnect();
      drawn?.dispose();
      drawn = null;
    },
  };
}
