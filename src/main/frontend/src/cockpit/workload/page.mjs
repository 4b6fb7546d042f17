import { element } from '../../dom.mjs';
import { localDate, localNumber, text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { chart } from '../chart/chart.mjs';
import { table } from '../chart/table.mjs';
import { failureNote, loadingNote } from '../parts.mjs';

const KINDS = ['open', 'due', 'overdue'];
const COLOUR = { open: '#1d5fa8', due: '#b45309', overdue: '#a5281f' };

/** The page Auslastung: what waits in each department now, and how that has changed in twelve weeks. */
export function show(page) {
  let held = [];
  let asked = 0;
  const letGo = () => held.splice(0).forEach((one) => one.close());
  const now = element('div', {});
  const weeks = element('div', {});
  const department = element('select', { id: 'ks-workload-department', class: 'form-control', onchange: () => load(department.value) });
  const choice = element(
    'div',
    { class: 'ks-filter form-group', hidden: true },
    element('label', { for: 'ks-workload-department' }, text('workload.historyOf')),
    department,
  );
  page.replaceChildren(
    element('h1', {}, text('cockpit.page.workload')),
    element('p', { class: 'ks-intro' }, text('workload.intro')),
    now,
    element('h2', {}, text('workload.history')),
    choice,
    weeks,
  );

  async function load(key) {
    const mine = (asked += 1);
    weeks.replaceChildren(loadingNote());
    try {
      const data = await read(`workload${key ? `?department=${encodeURIComponent(key)}` : ''}`);
      if (mine !== asked) {
        return;
      }
      letGo();
      if (choice.hidden) {
        offer(data.departments);
      }
      held = [today(data), history(data.weeks)];
      now.replaceChildren(element('p', { class: 'ks-count' }, text('workload.today', localDate(data.today))), held[0].node, people(data.people));
      weeks.replaceChildren(held[1].node);
    } catch (failure) {
      if (mine === asked) {
        weeks.replaceChildren(failureNote(failure));
      }
    }
  }

  function offer(departments) {
    const named = departments.filter(({ key }) => key !== null).sort((a, b) => a.name.localeCompare(b.name, 'de'));
    department.replaceChildren(
      element('option', { value: '' }, text('workload.all')),
      ...named.map(({ key, name }) => element('option', { value: key }, name)),
    );
    choice.hidden = false;
  }

  load('');
  return () => {
    asked += 1;
    letGo();
  };
}

const numbers = () => KINDS.map((kind) => ({ label: text(`workload.column.${kind}`), number: true }));
const cells = (row) => KINDS.map((kind) => localNumber(row[kind]));

/** Only for the head of these people, and only where the municipality has set it. */
function people(rows) {
  if (!rows) {
    return '';
  }
  return element(
    'section',
    {},
    element('h2', {}, text('workload.people')),
    element('p', {}, text('workload.peopleNote')),
    table({
      caption: text('workload.people'),
      hideCaption: true,
      columns: [text('workload.person'), ...numbers()],
      rows: rows.map((row) => [row.name, ...cells(row)]),
    }),
  );
}

/** Departments with open work: nothing to draw where nothing is open, only the table that says so. */
function today({ departments }) {
  const title = text('workload.now');
  const data = { columns: [text('workload.department'), ...numbers()], rows: departments.map((row) => [row.name, ...cells(row)]) };
  if (!departments.length) {
    return { node: element('p', {}, text('workload.nothing')), close() {} };
  }
  const drawn = departments.slice(0, 15);
  const shown = chart({
    title: departments.length > drawn.length ? text('workload.nowMost', drawn.length) : title,
    description: text('workload.nowDescription'),
    data,
    height: 90 + drawn.length * 34,
    points: drawn.length,
    option: {
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      color: [COLOUR.overdue, COLOUR.due, COLOUR.open],
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: drawn.map(({ name }) => name), axisLabel: { width: 260, overflow: 'break' } },
      series: [
        { name: text('workload.column.overdue'), data: drawn.map(({ overdue }) => overdue) },
        { name: text('workload.column.due'), data: drawn.map(({ due }) => due) },
        { name: text('workload.column.later'), data: drawn.map(({ open, due, overdue }) => open - due - overdue) },
      ].map((one) => ({ ...one, type: 'bar', stack: 'tasks', barMaxWidth: 20 })),
    },
  });
  return shown;
}

function history(weeks) {
  return chart({
    title: text('workload.weeks'),
    description: text('workload.weeksDescription'),
    data: { columns: [text('workload.week'), ...numbers()], rows: weeks.map((row) => [localDate(row.week), ...cells(row)]) },
    height: 300,
    points: weeks.length,
    option: {
      tooltip: { trigger: 'axis' },
      color: KINDS.map((kind) => COLOUR[kind]),
      xAxis: { type: 'category', data: weeks.map(({ week }) => localDate(week)), axisLabel: { hideOverlap: true } },
      yAxis: { type: 'value', minInterval: 1 },
      series: KINDS.map((kind) => ({ name: text(`workload.column.${kind}`), type: 'line', data: weeks.map((row) => row[kind]) })),
    },
  });
}
