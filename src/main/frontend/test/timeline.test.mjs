import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { bar } from '../src/cockpit/timeline/gantt.mjs';
import { line, show as showPage } from '../src/cockpit/timeline/page.mjs';
import { daysLate, range, rowsOf } from '../src/cockpit/timeline/spans.mjs';
import { show as showTab } from '../src/cockpit/timeline/tab.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const TODAY = '2026-11-23';
const MEASURE = {
  number: 'WW-09',
  title: 'Kreislaufstadt',
  term: { from: '2025-12-15', until: null },
  phases: [
    { state: 'KNOWLEDGE', name: 'Wissensaufbau', planned: { from: '2026-01-01', until: '2026-02-10' }, actual: [{ from: '2026-01-05', until: '2026-02-20' }] },
    { state: 'WORKSHOPS', name: 'Workshops', planned: { from: '2026-02-11', until: '2026-11-13' }, actual: [{ from: '2026-02-20', until: null }] },
    { state: 'EVALUATION', name: 'Auswertung', planned: { from: '2026-12-01', until: '2027-01-15' }, actual: [] },
  ],
  pauses: [{ from: '2026-03-01', until: '2026-04-01' }],
  events: [
    { kind: 'DECISION', kindName: 'Beschluss', day: '2025-12-20', title: 'Rat', state: 'genehmigt', over: true },
    { kind: 'MILESTONE', kindName: 'Meilenstein', day: '2027-03-01', title: '<b>Fertig', state: 'offen', over: false },
  ],
};

const settled = () => new Promise((done) => setTimeout(done, 0));

before(() => {
  pretendBrowser();
  document.head.innerHTML = '<base tasklist-api="/camunda/api/tasklist/" cockpit-api="/camunda/api/cockpit/">';
});

test('the table says of each phase when it was planned, when it was, and by how much it is late', () => {
  assert.deepEqual(rowsOf(MEASURE, TODAY), [
    ['Laufzeit laut Datenblatt', 'seit 15.12.2025', null, null],
    ['Wissensaufbau', '01.01.2026 bis 10.02.2026', '05.01.2026 bis 20.02.2026', '10 Tage später als geplant'],
    ['Workshops', '11.02.2026 bis 13.11.2026', 'seit 20.02.2026', '10 Tage später als geplant'],
    ['Auswertung', '01.12.2026 bis 15.01.2027', null, null],
    ['Pause', null, '01.03.2026 bis 01.04.2026', null],
    ['Beschluss: Rat', null, '20.12.2025', 'genehmigt'],
    ['Meilenstein: <b>Fertig', '01.03.2027', null, 'offen'],
  ]);
  assert.equal(daysLate({ planned: null, actual: [{ from: TODAY, until: null }] }, TODAY), null);
});

test('a measure that was over when it was taken over is drawn by its record, or the table says why it is not', () => {
  const over = { ...MEASURE, phases: [], pauses: [], events: [], term: { from: '2023-07-01', until: '2025-02-28' } };
  assert.deepEqual(line(over).spans, [{ kind: 'planned', span: over.term, label: 'Laufzeit laut Datenblatt', short: 'Laufzeit laut Datenblatt' }]);
  assert.deepEqual(rowsOf(over, TODAY), [
    ['Laufzeit laut Datenblatt', '01.07.2023 bis 28.02.2025', null, 'Wann sie in welcher Phase war, ist hier nicht bekannt.'],
  ]);
  const openEnded = { ...over, term: { from: '2023-07-01', until: null } };
  assert.deepEqual(line(openEnded).spans, []);
  assert.match(rowsOf(openEnded, TODAY)[0][3], /steht kein Ende, darum hat sie keinen Balken/);
  const begunSomeDay = { ...over, term: null };
  assert.deepEqual(line(begunSomeDay).spans, []);
  assert.match(rowsOf(begunSomeDay, TODAY)[0][3], /steht kein Beginn, darum hat sie keinen Balken/);
  assert.equal(Number.isNaN(range([begunSomeDay], TODAY).from), false);
  assert.equal(line(MEASURE).spans.some(({ span }) => span === MEASURE.term), false);
});

test('the axis spans everything that is drawn', () => {
  const { from, until } = range([MEASURE], TODAY);
  assert.ok(from < Date.parse('2025-12-15') && from > Date.parse('2025-12-01'));
  assert.ok(until > Date.parse('2027-03-02') && until < Date.parse('2027-03-20'));
});

test('the tab has a line for each phase and buttons that zoom', async () => {
  globalThis.fetch = async (address) => {
    assert.match(String(address), /timeline\/WW-09$/);
    return { ok: true, status: 200, json: async () => ({ today: TODAY, total: 1, measures: [MEASURE] }) };
  };
  const panel = document.createElement('div');
  const close = await showTab(panel, { number: 'WW-09' });

  assert.deepEqual([...panel.querySelectorAll('[role=toolbar] button')].map((button) => button.textContent), ['Ganze Zeit', 'Ein Jahr um heute', 'Drei Monate um heute', 'Früher', 'Später']);
  assert.equal(panel.querySelectorAll('tbody tr').length, 7);
  close();
});

test('a measure of which no phase is planned shows the term of its record', () => {
  assert.equal(line(MEASURE).spans.some(({ span }) => span === MEASURE.term), false);
  const phases = [{ state: 'STARTER_PROJECTS', name: 'Starterprojekte', planned: null, actual: [{ from: TODAY, until: null }] }];
  assert.deepEqual(
    line({ ...MEASURE, phases, pauses: [] }).spans.map(({ kind, span, short }) => [kind, span.from, short]),
    [
      ['planned', '2025-12-15', 'Laufzeit laut Datenblatt'],
      ['actual', TODAY, 'Starterprojekte'],
    ],
  );
});

test('all measures come by pages, with a link to each', async () => {
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return { ok: true, status: 200, json: async () => ({ today: TODAY, total: 30, measures: [MEASURE] }) };
  };
  const page = document.createElement('main');
  const close = showPage(page);
  await settled();
  assert.equal(page.querySelector('tbody a').getAttribute('href'), '#/massnahmen/WW-09?bereich=timeline');
  const [before_, after] = [...page.querySelectorAll('nav button')];
  assert.equal(before_.disabled, true);
  after.click();
  await settled();
  assert.match(asked[1], /timeline\?page=1&words=&state=$/);
  close();
});


test('of a bar the part inside the picture is drawn, with its name where there is room', () => {
  const values = [40, 0, 400];
  const api = { value: (index) => values[index], coord: ([x]) => [x, 100], size: () => [0, 40] };
  const whole = bar('actual', api, { x: 0, width: 900 }, 'Wissensaufbau');
  const cut = bar('actual', api, { x: 100, width: 200 }, 'Wissensaufbau');

  assert.deepEqual([whole.shape.x, whole.shape.width], [40, 360]);
  assert.deepEqual([cut.shape.x, cut.shape.width], [100, 200]);
  assert.equal(cut.textContent.style.text, 'Wissensaufbau');
  assert.equal(bar('actual', api, { x: 350, width: 500 }, 'Wissensaufbau').textContent, undefined);
  assert.equal(bar('planned', api, { x: 400, width: 500 }, 'Wissensaufbau'), null);
});
