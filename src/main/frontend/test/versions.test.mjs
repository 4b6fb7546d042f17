import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

const OLD = { id: 'k:1:a', process: 'knowledge-building', name: 'Wissensaufbau', version: 1, deployedAt: '2026-01-01T10:00:00Z', running: 2, newest: false };
const NEW = { ...OLD, id: 'k:2:b', version: 2, running: 0, newest: true };
const TRIAL = { id: 'r1', trial: true, process: 'knowledge-building', from: OLD.id, fromVersion: 1, to: NEW.id, toVersion: 2, begunBy: 'Betrieb', begunAt: '2026-01-02T10:00:00Z', total: 2, done: 1, refused: 1, leftOut: 0, open: 0 };
const ITEMS = [
  { municipality: 'muenster', number: 'WW-01', steps: ['Wissensziele festlegen'], state: 'DONE' },
  { municipality: 'muenster', number: 'WW-02', steps: ['Wissensstand prüfen'], state: 'REFUSED', why: 'Kein Platz.' },
];

let page;
let answers;
let asked;
let dashboard;

before(async () => {
  pretendBrowser();
  page = await import('../src/cockpit/versions/page.mjs');
  dashboard = await import('../src/cockpit/portfolio/dashboard.mjs');
});

beforeEach(() => {
  document.body.replaceChildren();
  asked = [];
  answers = {};
  globalThis.fetch = async (path, { method = 'GET', body } = {}) => {
    const key = Object.keys(answers).find((end) => path.endsWith(end));
    asked.push(`${method} ${path.replace(/^.*kreislaufstadt\//, '')} ${body ?? ''}`.trim());
    const [status, answer] = answers[key] ?? [404, null];
    return { ok: status < 300, status, json: async () => answer };
  };
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const main = () => document.body.appendChild(document.createElement('main'));
const named = (node, words) => [...node.querySelectorAll('button')].find(({ textContent }) => textContent === words);

test('only older versions can be lifted, and a dry run comes first', async () => {
  answers['/models'] = [200, { versions: [NEW, OLD], runs: [] }];
  answers['models/lifts'] = [201, { id: 'r1' }];
  answers['models/lifts/r1'] = [200, { items: ITEMS }];
  const node = main();
  const leave = await page.show(node);
  assert.equal(node.querySelectorAll('button').length, 1);
  assert.match(node.textContent, /neueste/);

  answers['/models'] = [200, { versions: [NEW, OLD], runs: [TRIAL] }];
  named(node, 'Auf die neueste Fassung heben: Probelauf').click();
  await settled();
  await settled();

  assert.ok(asked.includes('POST models/lifts {"from":"k:1:a"}'), asked.join('\n'));
  assert.match(node.textContent, /WW-02Wissensstand prüfenbliebeKein Platz\./);
  assert.match(node.textContent, /WW-01Wissensziele festlegenwürde gehoben–/);
  leave();
});

test('what a dry run has shown is done from its line', async () => {
  answers['/models'] = [200, { versions: [NEW, OLD], runs: [TRIAL, { ...TRIAL, id: 'r2', done: 0, refused: 2 }] }];
  answers['models/lifts/r1/apply'] = [201, { id: 'r3' }];
  answers['models/lifts/r3'] = [200, { items: [] }];
  const node = main();
  const leave = await page.show(node);
  assert.equal([...node.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Jetzt heben').length, 1, 'nothing to lift in the other one');

  named(node, 'Jetzt heben').click();
  await settled();

  assert.ok(asked.includes('POST models/lifts/r1/apply {}'), asked.join('\n'));
  leave();
});

test('a refusal is said in the words of the server', async () => {
  answers['/models'] = [200, { versions: [NEW, OLD], runs: [] }];
  answers['models/lifts'] = [409, { message: 'Auf dieser Fassung läuft nichts.' }];
  const node = main();
  const leave = await page.show(node);

  named(node, 'Auf die neueste Fassung heben: Probelauf').click();
  await settled();
  await settled();

  assert.match(document.querySelector('.ks-done').textContent, /Auf dieser Fassung läuft nichts\./);
  leave();
});

test('operators find the way on the first page, and nobody else does', async () => {
  answers['portfolio?size=1'] = [403, { message: 'nein' }];
  answers['/models'] = [200, { versions: [NEW, OLD], runs: [] }];
  const node = main();
  await dashboard.show(node);
  assert.equal(node.querySelector('a').getAttribute('href'), '#/fassungen');
  assert.match(node.textContent, /laufen 2 Abläufe/);

  answers['/models'] = [403, {}];
  const nobody = main();
  await dashboard.show(nobody);
  assert.equal(nobody.textContent, '');
});
