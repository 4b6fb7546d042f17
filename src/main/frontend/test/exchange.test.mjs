import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { show } from '../src/exchange/page.mjs';
import { duration } from '../src/exchange/times.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const COLUMNS = [
  { component: 'STRATEGY', label: 'Strategie' },
  { component: 'PRODUCTS', label: 'Produkte' },
];
const CELL = { maturity: 3, word: 'umgesetzt', progress: 'ADOPTED', progressLabel: 'übernommen', builtOn: 2, withdrawn: null, asOf: '2026-01-15' };
const ROWS = [
  { member: 'a', name: 'Eins', sizeLabel: 'groß', caseCity: true, own: true, released: true, note: null, cells: [CELL, null] },
  { member: 'b', name: 'Zwei', sizeLabel: 'mittel', caseCity: false, own: false, released: false, note: 'nicht freigegeben', cells: [null, null] },
];
const STEP = { process: 'workshops', key: 'write-minutes', name: 'Protokoll schreiben', municipalities: 5, lowerHours: 48, medianHours: 72, upperHours: 96 };
const ITEM = {
  id: '7',
  kind: 'KNOWLEDGE',
  from: 'Zwei',
  own: false,
  sharedAt: '2026-02-01T10:00:00Z',
  content: { knowledge: { title: 'Leitfaden', kind: 'GUIDE', publisher: 'Umweltbundesamt', year: 2025, url: 'javascript:alert(1)', circularFields: ['FOOD'], components: ['STRATEGY'], keyStatements: ['Mehrweg spart Abfall.'] } },
};

let answers;
let sent;

beforeEach(() => {
  pretendBrowser();
  sent = [];
  answers = {
    'GET exchange/matrix': { others: true, columns: COLUMNS, rows: ROWS },
    'GET exchange/matrix/a': [{ label: 'Strategie', cell: { ...CELL, withdrawn: 'beruht auf zurückgezogener Fassung 2' }, evidence: 'Ratsbeschluss', content: 'Alles', source: 'Bericht' }],
    'GET exchange/steps': [{ spread: STEP, ownHours: 60 }],
    'GET exchange/shared': [ITEM],
    'GET exchange/shared/own': [{ kind: 'KNOWLEDGE', item: '1', title: 'Eigenes', measure: 'WW-01', shared: null }],
    'GET exchange/shared/7/targets': [{ number: 'WW-01', title: 'Maßnahme', goals: [{ id: 'g', label: '1. Was gilt?' }] }],
  };
  globalThis.confirm = () => true;
  globalThis.fetch = async (address, { method = 'GET', body } = {}) => {
    const path = String(address).split('kreislaufstadt/')[1];
    sent.push([method, path, body && JSON.parse(body)]);
    const answer = answers[`${method} ${path.split('?')[0]}`];
    return answer?.refused ? { ok: false, status: 400, json: async () => answer.refused } : { ok: answer !== undefined || method === 'POST', status: answer || method === 'POST' ? 200 : 404, json: async () => answer ?? null };
  };
});

async function opened(part = 0) {
  const page = document.createElement('main');
  document.body.append(page);
  await show(page);
  page.querySelectorAll('.ks-exchange-parts button')[part].click();
  await settled();
  await settled();
  return page;
}

const button = (page, words) => [...page.querySelectorAll('button')].find((one) => one.textContent.startsWith(words));
const submit = (form) => form.dispatchEvent(new Event('submit', { cancelable: true }));

test('maturity is a number and a word, and who has released nothing says so', async () => {
  const page = await opened();
  const [own, other] = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent);
  assert.match(own, /Eins.*groß · Fallstadt · Ihre Kommune.*3 umgesetzt.*Fassung 2 · Stand 15\.01\.2026.*nicht freigegeben/);
  assert.match(other, /Zwei.*mittel.*nicht freigegeben/);
  assert.match(page.textContent, /Mitglieder: 2, mit Freigaben: 1/);
});

test('a column sorts what is farthest first, and the files follow what is shown', async () => {
  const page = await opened();
  button(page, 'Strategie').click();
  await settled();
  assert.equal(sent.at(-1)[1], 'exchange/matrix?sort=STRATEGY&order=desc');
  assert.equal(page.querySelector('th[aria-sort]').getAttribute('aria-sort'), 'descending');
  assert.match(page.querySelector('.ks-exports a').getAttribute('href'), /export\.csv\?sort=STRATEGY&order=desc$/);
});

test('the name of a municipality opens what stands behind its cells', async () => {
  const page = await opened();
  button(page, 'Eins').click();
  await settled();
  assert.match(page.textContent, /Ratsbeschluss/);
  assert.match(page.textContent, /zurückgezogener Fassung 2/);
});

test('times are a picture that is described and a table', async () => {
  const page = await opened(1);
  assert.match(page.querySelector('svg').getAttribute('aria-label'), /48 Std\. bis 4 Tage, der Median ist 3 Tage, Ihre Kommune braucht 60 Std\./);
  assert.match(page.querySelector('tbody').textContent, /Protokoll schreiben548 Std\.3 Tage4 Tage60 Std\./);
  assert.equal(duration(0), 'unter 1 Std.');
});

test('an address that is none of the web is no link', async () => {
  const page = await opened(2);
  assert.match(page.textContent, /javascript:alert\(1\)/);
  assert.equal(page.querySelector('a[href^="javascript"]'), null);
});

test('what fits is taken over into a goal, and a refusal stands at its field', async () => {
  const page = await opened(2);
  button(page, 'Übernehmen').click();
  await settled();
  const form = page.querySelector('.ks-exchange-form');
  answers['POST exchange/shared/7/take'] = { refused: { message: 'x', errors: [{ field: 'relevance', label: 'Relevanz', message: 'Eine Zahl von 1 bis 4.' }] } };
  submit(form);
  await settled();
  assert.match(form.textContent, /Eine Zahl von 1 bis 4\./);
  delete answers['POST exchange/shared/7/take'];
  form.querySelectorAll('select')[1].value = 'g';
  form.querySelectorAll('select')[2].value = '3';
  submit(form);
  await settled();
  assert.deepEqual(sent.at(-1), ['POST', 'exchange/shared/7/take', { measure: 'WW-01', goal: 'g', relevance: 3, transferability: null }]);
  assert.match(page.textContent, /„Leitfaden“ ist Wissensbaustein der Maßnahme WW-01\./);
});

test('what reads like a name is shared only after somebody says that nobody is meant', async () => {
  const page = await opened(3);
  const box = page.querySelector('input[type=checkbox]');
  assert.equal(box.closest('.ks-field').hidden, true);
  answers['POST exchange/shared'] = { refused: { message: 'x', errors: [{ field: 'publisher', label: 'Herausgegeben von', message: 'liest sich wie ein Name' }] } };
  button(page, 'Teilen').click();
  await settled();
  assert.equal(box.closest('.ks-field').hidden, false);
  box.checked = true;
  delete answers['POST exchange/shared'];
  button(page.querySelector('tbody'), 'Teilen').click();
  await settled();
  assert.equal(sent.filter(([method]) => method === 'POST').at(-1)[2].confirmed, true);
});

test('whom it is none of their business reads so', async () => {
  answers = {};
  const page = await opened();
  assert.match(page.textContent, /nicht/);
  assert.equal(page.querySelector('table'), null);
});
