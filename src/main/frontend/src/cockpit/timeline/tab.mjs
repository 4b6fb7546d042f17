import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { gantt } from './gantt.mjs';
import { rowsOf } from './spans.mjs';

/** The tab Zeitachse of a measure: a line for each phase, and one for what happened on single days. */
export async function show(panel, { number }) {
  const { today, measures } = await read(`timeline/${encodeURIComponent(number)}`);
  const [measure] = measures;
  const lines = [
    { name: text('timeline.term'), spans: measure.term ? [{ kind: 'planned', span: measure.term }] : [], events: [] },
    ...measure.phases.map(({ name, planned, actual }) => ({
      name,
      spans: [...(planned ? [{ kind: 'planned', span: planned }] : []), ...actual.map((span) => ({ kind: 'actual', span }))],
      events: [],
    })),
    { name: text('timeline.events'), spans: measure.pauses.map((span) => ({ kind: 'pause', span })), events: measure.events },
  ];
  const shown = gantt({
    title: text('timeline.ofMeasure', measure.number),
    description: text('timeline.description'),
    lines,
    within: measures,
    today,
    data: {
      columns: [text('timeline.what'), text('timeline.planned'), text('timeline.actual'), text('timeline.note')],
      rows: rowsOf(measure, today),
    },
  });
  panel.append(element('p', { class: 'ks-intro' }, text('timeline.how')), shown.node);
  return shown.close;
}
