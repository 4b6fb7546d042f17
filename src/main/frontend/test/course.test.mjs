import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { duration, entryRow } from '../src/cockpit/course/entry.mjs';
import { show } from '../src/cockpit/course/tab.mjs';
import { marks, way } from '../src/cockpit/course/way.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

const STEP = {
  number: 7,
  at: '2030-01-05T10:00:00Z',
  openedAt: '2030-01-02T08:00:00Z',
  takenAt: '2030-01-05T09:30:00Z',
  spent: { open: { seconds: 180000, workingDays: 2 }, working: { seconds: 1800, workingDays: 0 }, restedSeconds: 86400 },
  kind: 'STEP_COMPLETED',
  action: 'Schritt erledigt',
  step: 'Vorschlag prüfen',
  process: 'measure-lifecycle',
  task: 'review-proposal',
  version: 2,
  by: 'Sachbearbeitung Klima',
  role: 'Stabsstelle Klima',
  deputyFor: 'Leitung Klima',
  values: [
    { field: 'Ergebnis', from: 'Zurück', to: 'Weiter', withheld: false },
    { field: 'Kosten', from: '10', to: '10', withheld: false },
    { field: 'Hinweis', from: 'x', withheld: false },
    { field: 'E-Mail', withheld: true },
  ],
  decisions: [{ table: 'Zuständigkeit', reasons: ['Prüft die Stabsstelle'], inputs: 'task: x', answers: 'role: LEAD', own: true }],
  erased: 1,
};

test('a step says who did it in which role, how long it took, and what was entered', () => {
  const shown = [];
  const row = entryRow(STEP, (step) => shown.push(step.task));
  const said = row.textContent;
  for (const words of ['in Vertretung für Leitung Klima', 'offen: 2 Tage 2 Stunden (2 Arbeitstage)', 'in Arbeit: 30 Minuten (kein voller Arbeitstag)', 'nicht mitgezählt: 1 Tag, ', 'Modell Version 2']) {
    assert.ok(said.includes(words), `${words} in ${said}`);
  }
  const rows = [...row.querySelectorAll('details tbody tr')].map((one) => one.textContent);
  assert.deepEqual(rows, [
    'ErgebnisZurückWeiter',
    'Kostenunverändert10',
    'Hinweisxgeleert',
    'E-Mailausgefüllt; personenbezogen, wird hier nicht aufgezeichnet',
  ]);
  assert.match(said, /Zuständigkeit \(eigene Tabelle der Kommune\)Prüft die Stabsstelle/);
  assert.match(said, /Gelöscht, .*: 1/);
  row.querySelector('button').click();
  assert.deepEqual(shown, ['review-proposal']);
});

test('spans are told in their two largest units', () => {
  assert.equal(duration(30), 'unter einer Minute');
  assert.equal(duration(3660), '1 Stunde 1 Minute');
  assert.equal(duration(87000), '1 Tag');
});

test('of a step done before the take-over its day and its department are told, and nobody who did it', () => {
  const row = entryRow({
    at: '2024-01-14T23:00:00Z',
    day: '2024-01-15',
    action: 'Vor der Übernahme erledigt',
    step: 'Wissensziele festlegen',
    task: 'define-knowledge-goals',
    role: 'Wirtschaftsförderung',
    values: [],
    decisions: [],
    erased: 0,
  });
  assert.equal(row.textContent, '15.01.2024Wissensziele festlegenVor der Übernahme erledigtWirtschaftsförderung');
});

test('marks are what the engine knows, or the steps of the log once its history is gone', () => {
  const steps = { review: 2 };
  assert.deepEqual(marks({ elements: { start: 1, review: 1, decide: 1 }, open: ['decide'], flows: ['f'], steps }), [
    { id: 'start', css: 'ks-way-done', badge: null },
    { id: 'review', css: 'ks-way-done', badge: null },
    { id: 'decide', css: 'ks-way-open', badge: 'hier jetzt' },
    { id: 'f', css: 'ks-way-flow' },
  ]);
  assert.deepEqual(marks({ elements: {}, open: [], flows: [], steps }), [{ id: 'review', css: 'ks-way-done', badge: '2-mal' }]);
});

test('a picture is fetched when somebody wants to see it, and brings the step into the middle', async () => {
  const asked = [];
  const selected = [];
  const closed = [];
  const draw = ({ xml }) => ({
    node: document.createTextNode(xml),
    ready: Promise.resolve(),
    select: (id) => selected.push(id),
    close: () => closed.push(xml),
  });
  const load = async (picture) => {
    asked.push(picture.process);
    return { xml: `<${picture.process}>`, elements: { a: 1 }, open: [], flows: [], steps: {} };
  };
  const pictures = [
    { process: 'measure-lifecycle', version: 1, name: 'Lebenslauf' },
    { process: 'workshops', version: 3, name: 'Workshop' },
  ];
  const picture = way(pictures, load, draw);
  assert.deepEqual(asked, []);
  await picture.select({ process: 'workshops', version: 3, task: 'write-minutes' });
  await picture.select({ process: 'workshops', version: 3, task: 'check-minutes' });
  assert.deepEqual(asked, ['workshops']);
  assert.deepEqual(selected, ['write-minutes', 'check-minutes']);
  await picture.select({ process: 'measure-lifecycle', version: 1, task: 'a' });
  assert.deepEqual(closed, ['<workshops>']);
  picture.close();
  assert.equal(closed.length, 2);
});

test('earlier entries are loaded on demand', async () => {
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address);
    const first = !address.includes('before');
    const body = { entries: [{ ...STEP, number: first ? 7 : 3 }], pictures: [], ...(first ? { more: 7 } : {}) };
    return { ok: true, status: 200, json: async () => body };
  };
  const panel = document.createElement('div');
  await show(panel, { number: 'WW-09' });
  const more = [...panel.querySelectorAll('button')].find((button) => button.textContent === 'Frühere Einträge laden');
  assert.equal(more.hidden, false);
  more.click();
  await new Promise((done) => setImmediate(done));
  assert.match(asked[1], /measures\/WW-09\/course\?before=7$/);
  assert.equal(panel.querySelectorAll('.ks-course > tbody > tr').length, 2);
  assert.equal(more.hidden, true);
});

test('what happened to a task is said at once', () => {
  const row = entryRow({
    at: '2030-01-05T10:00:00Z',
    action: 'Frist verlängert',
    step: 'Vorschlag prüfen',
    by: 'Leitung Klima',
    reason: 'Krankheit',
    values: [{ field: 'Frist', from: '01.01.2030', to: '01.02.2030', withheld: false }],
    decisions: [],
    erased: 0,
  });
  assert.match(row.textContent, /Frist: 01\.01\.2030 → 01\.02\.2030/);
  assert.match(row.textContent, /Begründung: Krankheit/);
  assert.equal(row.querySelector('details'), null);
});
