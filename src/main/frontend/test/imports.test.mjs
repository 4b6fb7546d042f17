import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import imports from '../src/admin/imports.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());
beforeEach(() => document.body.replaceChildren());

const RUN = {
  id: 'r1',
  document: 'Klimastadtvertrag',
  asOf: '2024-03-26',
  files: ['liste.csv'],
  stage: 'PLANNED',
  total: 3,
  done: 3,
  stopping: false,
  rows: { CREATED: 2, REFUSED: 1 },
  findings: 4,
  problems: [],
  by: 'Administration',
  begunAt: '2026-11-23T10:00:00Z',
};
const PAGE = {
  departments: [{ value: 'klima', label: 'Stabsstelle Klima' }],
  states: [{ value: 'KNOWLEDGE', label: 'Wissensaufbau' }, { value: 'IMPLEMENTATION', label: 'Umsetzung' }],
  scopes: [{ value: 'CITY', label: 'Stadtgebiet' }],
  budgets: [{ value: 'NONE', label: 'kein Bezug' }],
  runs: [RUN],
};
const ROWS = {
  rows: [
    { position: 1, line: 2, title: 'Sanierung', id: 'bauen1', number: null, fate: 'CREATED', findings: 4, applied: false },
    { position: 2, line: 3, title: null, id: 'bauen2', number: 'BS-02', fate: 'REFUSED', findings: 0, applied: false },
  ],
  next: null,
};
const LINES = [
  { part: 'Datenblatt', field: 'Kosten', original: '<b>862.139</b>', fate: 'neu', target: 'Siehe Wortlaut', note: 'wohl 862,139', wrong: false },
  { part: 'Datenblatt', field: 'Titel', original: '=1+1', fate: 'abgelehnt', note: 'steht eine Formel', wrong: true },
];
const HERE = 'admin/imports/muenster';

const calls = [];

function answers(routes) {
  calls.length = 0;
  globalThis.fetch = async (url, { method = 'GET', body } = {}) => {
    const path = url.replace(/^.*kreislaufstadt\//, '');
    calls.push({ method, path, body: body ? JSON.parse(body) : null });
    const [status, answer] = routes[`${method} ${path}`];
    return { ok: status < 300, status, json: async () => (typeof answer === 'function' ? answer() : answer) };
  };
}

async function shown(routes = {}) {
  answers({
    'GET admin/imports': [200, [{ id: 'muenster', name: 'Stadt Münster' }]],
    [`GET ${HERE}`]: [200, PAGE],
    [`GET ${HERE}/runs/r1`]: [200, RUN],
    [`GET ${HERE}/runs/r1/rows?after=0`]: [200, ROWS],
    ...routes,
  });
  const panel = document.createElement('div');
  document.body.append(panel);
  await imports.show(panel);
  return panel;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (node, words) => [...node.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
const press = async (node, words) => {
  button(node, words).click();
  await settle();
  await settle();
};

test('templates, a form and earlier imports are shown', async () => {
  const panel = await shown();
  assert.match(panel.textContent, /Klimastadtvertrag \(26\.03\.2024\)/);
  assert.match(panel.textContent, /2 neu, 1 abgelehnt/);
  assert.deepEqual(
    [...panel.querySelectorAll('a[download]')].map(({ href }) => href.replace(/^.*muenster\//, '')),
    ['template', 'measures'].flatMap((what) => [
      `${what}.xlsx`,
      ...['TABLE', 'INDICATORS', 'PLAN', 'FUNDING', 'DECISIONS', 'REPORTS', 'SOURCES'].map((table) => `${what}.csv?table=${table}`),
    ]),
  );
  const labels = [...panel.querySelectorAll('label')].map(({ textContent }) => textContent);
  assert.ok(labels.includes('Name der Quelle *'));
  assert.equal(panel.querySelector('form').querySelectorAll('select')[1].value, 'IMPLEMENTATION');
});

test('without a file nothing is sent, and the field says so', async () => {
  const panel = await shown();
  panel.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
  assert.match(panel.querySelector('#ks-imports-files-error').textContent, /mindestens eine Datei/);
  assert.ok(calls.every(({ method }) => method === 'GET'));
});

for (const [files, words] of [
  [[{ name: 'leer.csv', size: 0 }], /leer\.csv ist leer/],
  [[{ name: 'gross.csv', size: 65 * 1024 * 1024 }], /gross\.csv ist größer als 64 MB/],
  [Array.from({ length: 11 }, (_, i) => ({ name: `${i}.csv`, size: 1 })), /höchstens 10 Dateien/],
]) {
  test(`files that cannot be taken are not sent: ${words.source}`, async () => {
    const panel = await shown();
    Object.defineProperty(panel.querySelector('#ks-imports-files'), 'files', { value: files });
    panel.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    assert.match(panel.querySelector('#ks-imports-files-error').textContent, words);
    assert.ok(calls.every(({ method }) => method === 'GET'));
  });
}

test('an import that is still at work is found again', async () => {
  const working = { ...RUN, stage: 'APPLYING', done: 2 };
  const panel = await shown({ [`GET ${HERE}`]: [200, { ...PAGE, runs: [working] }], [`GET ${HERE}/runs/r1`]: [200, working] });
  assert.match(panel.querySelector('.alert').textContent, /Klimastadtvertrag\) wird angewendet/);
  await press(panel, 'Ansehen');
  assert.equal(panel.querySelector('progress').getAttribute('value'), '2');
});

test('a look that fails is not the last one', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let answer = [200, { ...RUN, stage: 'APPLYING', done: 1 }];
  const panel = await shown();
  const rounds = async () => {
    for (let i = 0; i < 10; i++) {
      await Promise.resolve();
    }
  };
  globalThis.fetch = async () => ({ ok: answer[0] < 300, status: answer[0], json: async () => answer[1] });
  button(panel, 'Öffnen').click();
  await rounds();
  answer = [503, {}];
  context.mock.timers.tick(1000);
  await rounds();
  assert.notEqual(panel.querySelector('[role=alert]').textContent, '');
  answer = [200, { ...RUN, stage: 'APPLIED', total: 0 }];
  context.mock.timers.tick(1000);
  await rounds();
  assert.match(panel.textContent, /Die Übernahme ist angewendet/);
  assert.equal(panel.querySelector('[role=alert]').textContent, '');
});

test('what is refused is said at its field', async () => {
  const panel = await shown({ [`POST ${HERE}/runs`]: [400, { errors: [{ field: 'document', message: 'Bitte füllen Sie dieses Feld aus.' }] }] });
  Object.defineProperty(panel.querySelector('#ks-imports-files'), 'files', { value: [{ name: 'a.csv' }] });
  panel.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
  await settle();
  const field = panel.querySelector('form .ks-field');
  assert.equal(field.querySelector('input').getAttribute('aria-invalid'), 'true');
  assert.match(field.textContent, /Bitte füllen Sie dieses Feld aus/);
});

test('an import is looked at row by row and field by field; what a file brings is never markup', async () => {
  const panel = await shown({ [`GET ${HERE}/runs/r1/rows/1`]: [200, LINES] });
  await press(panel, 'Öffnen');
  assert.match(panel.textContent, /Noch ist nichts geschrieben/);
  assert.match(panel.textContent, /bauen1/);
  await press(panel, 'Felder');
  assert.match(panel.textContent, /Zeile 2: Sanierung/);
  assert.match(panel.textContent, /<b>862\.139<\/b>/);
  assert.match(panel.textContent, /steht eine Formel/);
  assert.equal(panel.querySelectorAll('b').length, 0);
});

test('applying is followed with a progress bar that may be stopped', async () => {
  const stages = [RUN, { ...RUN, stage: 'APPLYING', done: 1 }];
  const panel = await shown({
    [`GET ${HERE}/runs/r1`]: [200, () => (stages.length > 1 ? stages.shift() : stages[0])],
    [`POST ${HERE}/runs/r1/apply`]: [202, {}],
    [`POST ${HERE}/runs/r1/stop`]: [200, {}],
  });
  await press(panel, 'Öffnen');
  await press(panel, 'Anwenden');
  const bar = panel.querySelector('progress');
  assert.equal(bar.getAttribute('value'), '1');
  assert.equal(bar.getAttribute('max'), '3');
  assert.match(panel.textContent, /1 von 3 Zeilen/);
  stages[0] = { ...RUN, stage: 'STOPPED' };
  await press(panel, 'Anhalten');
  assert.match(panel.textContent, /Was bis dahin angewendet war, bleibt/);
  assert.match(panel.textContent, /neu \(nicht angewendet\)/);
  assert.equal(panel.querySelector('progress'), null);
});

test('an encoding that cannot be told is asked for, and the files are looked at again', async () => {
  const panel = await shown({
    [`GET ${HERE}/runs/r1`]: [200, { ...RUN, stage: 'REFUSED', total: 0, rows: {}, problems: [{ field: 'encoding', message: 'Windows-1252 läse „©“' }] }],
    [`POST ${HERE}/runs/r1/plan`]: [202, {}],
  });
  await press(panel, 'Öffnen');
  assert.match(panel.textContent, /Windows-1252 läse „©“/);
  panel.querySelector('select:not(#ks-imports-city)').value = 'MAC_ROMAN';
  await press(panel, 'Noch einmal prüfen');
  assert.deepEqual(calls.find(({ method }) => method === 'POST').body, { encoding: 'MAC_ROMAN' });
});
