import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { durationText, inDays, inTimeText, levelOf, levelText } from '../src/cockpit/throughput/figures.mjs';
import { heatMap } from '../src/cockpit/throughput/heat.mjs';
import { show } from '../src/cockpit/throughput/page.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => {
  pretendBrowser();
  globalThis.ResizeObserver = class {
    observe() {}
    disconnect() {}
  };
});

const days = (value) => ({ value, unit: 'DAYS' });
const spread = (median, ninety) => ({ median, ninety });
const TIMES = { done: 12, whole: spread(days(9), days(20)), waiting: spread(days(6), days(12)), working: spread({ value: 5, unit: 'HOURS' }, days(4)), withDeadline: 10, inTime: 9 };
const STEPS = [
  { process: 'workshops', processName: 'Workshop', task: 'write-minutes', name: 'Protokoll schreiben', times: TIMES },
  { process: 'workshops', processName: 'Workshop', task: 'check-minutes', name: 'Protokoll prüfen', times: null },
];

const settled = () => new Promise((done) => setTimeout(done, 0));

test('durations are read in hours up to three days, then in days', () => {
  assert.equal(durationText({ value: 0, unit: 'HOURS' }), 'unter 1 Std.');
  assert.equal(durationText({ value: 71, unit: 'HOURS' }), '71 Std.');
  assert.equal(durationText(days(12)), '12 Tage');
  assert.equal(durationText(null), null);
  assert.equal(inDays({ value: 36, unit: 'HOURS' }), 1.5);
  assert.equal(inTimeText({ withDeadline: 3, inTime: 2 }), '67 % (2 von 3)');
  assert.equal(inTimeText({ withDeadline: 0, inTime: 0 }), null);
});

test('every level of the heat map has words of its own', () => {
  const durations = [null, days(1), days(2), days(5), days(10), days(20)];
  assert.deepEqual(durations.map(levelOf), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(durations.map(levelOf).map(levelText), ['keine Angabe', 'unter 2 Tagen', '2 bis unter 5 Tage', '5 bis unter 10 Tage', '10 bis unter 20 Tage', '20 Tage und mehr']);
});

test('the page shows figures of steps and departments and says what it keeps back', async () => {
  document.head.innerHTML = '<base tasklist-api="/camunda/api/tasklist/" cockpit-api="/camunda/api/cockpit/">';
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return {
      ok: true,
      status: 200,
      json: async () => ({
        since: '2026-01-01',
        steps: STEPS,
        phases: [{ state: 'KNOWLEDGE', name: 'Wissensaufbau', measures: 4, times: spread(days(80), days(120)) }],
        departments: [{ key: null, name: 'Übrige', units: 3, times: TIMES }],
      }),
    };
  };
  const page = document.createElement('main');
  const close = show(page);
  await settled();

  assert.match(asked[0], /kreislaufstadt\/throughput\?months=12$/);
  const cells = [...page.querySelectorAll('table')].find((one) => one.caption.textContent === 'Alle Schritte').querySelectorAll('tbody tr');
  assert.deepEqual([...cells[0].children].map((cell) => cell.textContent), [
    'Protokoll schreiben (Workshop)', '12', '9 Tage', '20 Tage', '6 Tage', '12 Tage', '5 Std.', '4 Tage', '90 % (9 von 10)',
  ]);
  assert.equal(cells[1].lastChild.textContent, 'keine Angabe');
  assert.match(page.textContent, /weniger als fünf Personen erledigt haben: 1\./);
  assert.match(page.textContent, /Übrige \(3 Fachbereiche zusammen\)/);
  close();
});

test('where the picture of a process cannot be had its table stays', async () => {
  const heat = heatMap(STEPS, async () => {
    throw { status: 500 };
  });
  await settled();
  assert.equal(heat.node.querySelectorAll('[role=alert]').length, 1);
  assert.deepEqual([...heat.node.querySelectorAll('tbody tr')].map((row) => row.textContent), ['Protokoll schreiben9 Tage5 bis unter 10 Tage', 'Protokoll prüfen–keine Angabe']);
  assert.equal(heat.node.querySelectorAll('.ks-heat-legend li').length, 6);
});
