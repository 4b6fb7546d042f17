import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { timeFacts } from '../src/cockpit/throughput/timefacts.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const ROWS = [{ key: 'a', done: 7 }, { key: 'b', done: null }];
const QUARTERS = [
  { quarter: '2026-Q3', rows: null, releasedAt: null, mayDraft: true, mayRelease: false },
  { quarter: '2026-Q2', rows: ROWS, releasedAt: null, mayDraft: true, mayRelease: true },
  { quarter: '2026-Q1', rows: ROWS, releasedAt: '2026-04-20T10:00:00Z', mayDraft: false, mayRelease: false },
];

let sent;

before(() => pretendBrowser());

async function shows(body, { status = 200, refusal = null } = {}) {
  sent = [];
  globalThis.fetch = async (address, { method = 'GET' } = {}) => {
    const refused = method !== 'GET' && refusal;
    sent.push(`${method} ${String(address).split('kreislaufstadt/')[1]}`);
    return { ok: !refused && status === 200, status: refused ? 400 : status, json: async () => refused || body };
  };
  const place = timeFacts();
  await settled();
  return place;
}

const button = (place, words) => [...place.querySelectorAll('button')].find((one) => one.textContent === words);

test('every quarter says how it stands, and offers what the reader may do', async () => {
  const place = await shows(QUARTERS);
  const rows = [...place.querySelectorAll('tbody tr')].map((row) => row.textContent);
  assert.match(rows[0], /2026-Q3Nicht zusammengestellt/);
  assert.match(rows[1], /1 von 2 Zeilen mit Zahlen/);
  assert.match(rows[2], /Veröffentlicht am 20\.04\.2026/);
  assert.equal(button(place, '2026-Q1 veröffentlichen'), undefined);
  button(place, '2026-Q2 veröffentlichen').click();
  await settled();
  assert.deepEqual(sent.slice(1), ['POST time-facts/2026-Q2/release', 'GET time-facts']);
});

test('a refusal is said, and the quarters stay', async () => {
  const place = await shows(QUARTERS, { refusal: { errors: [{ field: 'quarter', message: 'Vier-Augen-Prinzip' }] } });
  button(place, '2026-Q2 veröffentlichen').click();
  await settled();
  assert.match(place.textContent, /Vier-Augen-Prinzip/);
  assert.equal(place.querySelectorAll('tbody tr').length, 3);
});

test('whom it is none of their business sees nothing of it', async () => {
  const place = await shows({}, { status: 403 });
  assert.equal(place.textContent, '');
});
