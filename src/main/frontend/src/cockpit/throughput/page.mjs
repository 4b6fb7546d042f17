import { element } from '../../dom.mjs';
import { localDate, localNumber, text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { chart } from '../chart/chart.mjs';
import { table } from '../chart/table.mjs';
import { failureNote, loadingNote } from '../parts.mjs';
import { durationText, inDays, inTimeText } from './figures.mjs';
import { heatMap } from './heat.mjs';
import { timeFacts } from './timefacts.mjs';

const PERIODS = [3, 6, 12];

/** The page Durchlauf: how long steps and phases take, waiting against working, and whether deadlines are met. */
export function show(page) {
  let held = [];
  let asked = 0;
  const letGo = () => held.splice(0).forEach((one) => one.close());
  const content = element('div', {});
  const period = element(
    'select',
    { id: 'ks-throughput-period', class: 'form-control', onchange: () => load(Number(period.value)) },
    PERIODS.map((months) => element('option', { value: months, selected: months === 12 }, text('throughput.months', months))),
  );
  page.replaceChildren(
    element('h1', {}, text('cockpit.page.throughput')),
    element('p', { class: 'ks-intro' }, text('throughput.intro')),
    element('div', { class: 'ks-filter form-group' }, element('label', { for: 'ks-throughput-period' }, text('throughput.period')), period),
    content,
  );

  async function load(months) {
    const mine = (asked += 1);
    letGo();
    content.replaceChildren(loadingNote());
    try {
      const data = await read(`throughput?months=${months}`);
      if (mine === asked) {
        held = draw(content, data);
      }
    } catch (failure) {
      if (mine === asked) {
        content.replaceChildren(failureNote(failure));
      }
    }
  }

  load(12);
  page.append(timeFacts());
  return () => {
    asked += 1;
    letGo();
  };
}

function draw(content, data) {
  const steps = data.steps.filter(({ times }) => times);
  if (!data.steps.length && !data.phases.length) {
    content.replaceChildren(element('p', {}, text('throughput.nothing', localDate(data.since))));
    return [];
  }
  const hidden = data.steps.length - steps.length;
  const parts = [phases(data.phases), slowest(steps)].filter(Boolean);
  const heat = heatMap(data.steps);
  content.replaceChildren(
    element('p', { class: 'ks-count' }, text('throughput.since', localDate(data.since))),
    ...parts.map(({ node }) => node),
    element('h2', {}, text('throughput.steps')),
    hidden ? element('p', {}, text('throughput.hidden', hidden)) : '',
    table({ caption: text('throughput.steps'), hideCaption: true, columns: columns(text('throughput.step')), rows: data.steps.map(stepRow) }),
    element('h2', {}, text('throughput.departments')),
    element('p', {}, text('throughput.small')),
    table({
      caption: text('throughput.departments'),
      hideCaption: true,
      columns: columns(text('throughput.department')),
      rows: data.departments.map((row) => figures(row.key === null ? text('throughput.together', row.name, row.units) : row.name, row.times)),
    }),
    heat.node,
  );
  return [...parts, heat];
}

function columns(first) {
  const heads = ['done', 'median', 'ninety', 'waiting', 'waitingNinety', 'working', 'workingNinety', 'deadline'];
  return [first, ...heads.map((name) => ({ label: text(`throughput.column.${name}`), number: true }))];
}

function stepRow({ name, processName, times }) {
  return figures(`${name} (${processName})`, times);
}

function figures(name, times) {
  if (!times) {
    return [name, ...Array(7).fill(null), text('throughput.level.none')];
  }
  const { done, whole, waiting, working } = times;
  const spreads = [whole, waiting, working].flatMap(({ median, ninety }) => [durationText(median), durationText(ninety)]);
  return [name, localNumber(done), ...spreads, inTimeText(times)];
}

function phases(rows) {
  if (!rows.length) {
    return null;
  }
  return bars({
    title: text('throughput.phases'),
    description: text('throughput.phasesDescription'),
    names: rows.map(({ name }) => name),
    series: [
      { name: text('throughput.column.median'), data: rows.map(({ times }) => inDays(times.median)) },
      { name: text('throughput.column.ninety'), data: rows.map(({ times }) => inDays(times.ninety)) },
    ],
    data: {
      columns: [text('throughput.phase'), ...['measures', 'median', 'ninety'].map((name) => ({ label: text(`throughput.column.${name}`), number: true }))],
      rows: rows.map(({ name, measures, times }) => [name, localNumber(measures), durationText(times.median), durationText(times.ninety)]),
    },
  });
}

/** The ten steps that take longest, split into waiting and working. */
function slowest(steps) {
  const rows = steps
    .filter(({ times }) => times.whole.median)
    .sort((a, b) => inDays(b.times.whole.median) - inDays(a.times.whole.median))
    .slice(0, 10);
  if (!rows.length) {
    return null;
  }
  return bars({
    title: text('throughput.slowest'),
    description: text('throughput.slowestDescription'),
    names: rows.map(({ name }) => name),
    series: ['waiting', 'working'].map((kind) => ({
      name: text(`throughput.column.${kind}`),
      data: rows.map(({ times }) => inDays(times[kind].median)),
    })),
    data: {
      columns: [text('throughput.step'), ...['waiting', 'working'].map((name) => ({ label: text(`throughput.column.${name}`), number: true }))],
      rows: rows.map(({ name, times }) => [name, durationText(times.waiting.median), durationText(times.working.median)]),
    },
  });
}

function bars({ title, description, names, series, data }) {
  return chart({
    title,
    description,
    data,
    height: 90 + names.length * 44,
    points: names.length,
    option: {
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', name: text('throughput.axis'), nameLocation: 'middle', nameGap: 26 },
      grid: { left: 8, right: 24, top: 40, bottom: 30 },
      yAxis: { type: 'category', data: names, inverse: true, axisLabel: { width: 260, overflow: 'break' } },
      series: series.map((one) => ({ ...one, type: 'bar', barMaxWidth: 16 })),
    },
  });
}
