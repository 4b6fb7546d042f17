import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { show } from '../src/standing/page.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const ROW = {
  number: 1,
  maturity: 2,
  evidence: 'Entwurf liegt vor',
  progress: 'IN_WORK',
  content: null,
  builtOn: 2,
  withdrawnVersion: 'beruht auf zurückgezogener Fassung 2, Grund: Recht',
  asOf: '2026-01-15',
  source: 'Bericht',
  by: 'Sachbearbeitung WFM',
  enteredAt: '2026-01-16T09:00:00Z',
  releasedAt: null,
  withdrawnAt: null,
  withdrawnReason: null,
};
const SUGGESTION = { maturity: 3, evidence: 'Strategie beschlossen', asOf: '2025-06-30', source: 'Status-quo-Erhebung der Maßnahme BE-07' };
const VERSIONS = [
  { version: 3, publishedOn: '2026-02-01', withdrawn: false },
  { version: 2, publishedOn: '2025-02-01', withdrawn: true },
];
const part = (more) => ({ component: 'STRATEGY', label: 'Strategie', rows: [], mayRelease: false, suggestion: null, versions: VERSIONS, ...more });

let sent;
let refusal;

beforeEach(() => {
  pretendBrowser();
  sent = [];
  refusal = null;
});

async function shows(components, { mayEnter = true, mayWithdraw = true, member = true } = {}) {
  globalThis.fetch = async (address, { method = 'GET', body } = {}) => {
    sent.push([method, String(address).split('kreislaufstadt/')[1], body && JSON.parse(body)]);
    const refused = method === 'POST' && refusal;
    return { ok: !refused, status: refused ? 400 : 200, json: async () => refused || { member, mayEnter, mayWithdraw, components } };
  };
  const page = document.createElement('main');
  document.body.append(page);
  await show(page);
  return page;
}

const submit = (form) => form.dispatchEvent(new Event('submit', { cancelable: true }));

test('the first entry begins with what a released survey has found', async () => {
  const page = await shows([part({ suggestion: SUGGESTION })]);
  assert.match(page.textContent, /Vorschlag aus der freigegebenen Quelle „Status-quo-Erhebung der Maßnahme BE-07“/);
  assert.equal(page.querySelector('select').value, '3');
  assert.equal(page.querySelector('textarea').value, 'Strategie beschlossen');
  submit(page.querySelector('.ks-standing-form'));
  await settled();
  const [, path, body] = sent.find(([method]) => method === 'POST');
  assert.equal(path, 'standing/STRATEGY');
  assert.equal(body.maturity, 3);
  assert.equal(body.asOf, '2025-06-30');
  assert.equal(body.builtOn, null);
});

test('a row says what it is built on, and its history is told', async () => {
  const page = await shows([part({ rows: [ROW], mayRelease: true })]);
  assert.match(page.textContent, /beruht auf zurückgezogener Fassung 2, Grund: Recht/);
  assert.match(page.querySelector('tbody').textContent, /Sachbearbeitung WFM/);
  assert.match(page.textContent, /Fassung 2 vom 01\.02\.2025 \(zurückgezogen\)/);
});

test('what reads like a name can be released only after somebody says that nobody is meant', async () => {
  const page = await shows([part({ rows: [ROW], mayRelease: true })]);
  refusal = { message: 'x', errors: [{ field: 'evidence', label: 'Beleg', message: 'liest sich wie ein Name' }] };
  const button = [...page.querySelectorAll('button')].find((one) => one.textContent === 'An den Verbund freigeben');
  button.click();
  await settled();
  await settled();
  const box = page.querySelector('input[type=checkbox]');
  assert.equal(box.closest('.ks-field').hidden, false);
  refusal = null;
  box.checked = true;
  button.click();
  await settled();
  assert.deepEqual(sent.filter(([method]) => method === 'POST').at(-1), ['POST', 'standing/STRATEGY/release', { number: 1, confirmed: true }]);
});

test('a newer row that is not released says that the association sees the older one', async () => {
  const older = { ...ROW, releasedAt: '2026-01-20T09:00:00Z' };
  const page = await shows([part({ rows: [{ ...ROW, number: 2 }, older] })]);
  assert.match(page.querySelector('h2').textContent, /der Verbund sieht den älteren/);
  const form = [...page.querySelectorAll('form')].find((one) => !one.classList.contains('ks-standing-form'));
  form.querySelector('textarea').value = 'Zahlen werden geprüft';
  submit(form);
  await settled();
  assert.deepEqual(sent.find(([method]) => method === 'POST'), ['POST', 'standing/STRATEGY/withdraw', { reason: 'Zahlen werden geprüft' }]);
});

test('who only looks can do nothing, and a city that has left is told', async () => {
  const page = await shows([part({ rows: [ROW] })], { mayEnter: false, mayWithdraw: false, member: false });
  assert.equal(page.querySelector('form'), null);
  assert.match(page.textContent, /gehört heute nicht zum Verbund/);
});
