import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { publication } from '../src/measures/publication.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const NEVER = { version: 0, releasedAt: null, address: null, pending: false, held: null, withdrawn: false, mayBegin: true, mayWithdraw: false };
const PUBLIC = { ...NEVER, version: 2, releasedAt: '2026-11-20T09:30:00Z', address: '/muenster/massnahmen/kreislaufstadt', mayBegin: false, mayWithdraw: true };

let sent;

before(() => pretendBrowser());

async function shows(standing, refusal = null) {
  sent = [];
  globalThis.fetch = async (address, { method = 'GET', body } = {}) => {
    const refused = method !== 'GET' && refusal;
    sent.push(`${method} ${String(address).split('kreislaufstadt/')[1]}${body ? ` ${body}` : ''}`);
    return { ok: !refused, status: refused ? 400 : 200, json: async () => refused || standing };
  };
  const place = publication('WW-09');
  await settled();
  return place;
}

const button = (place, words) => [...place.querySelectorAll('button')].find((one) => one.textContent === words);

test('a measure that was never public says so, and whoever may begins', async () => {
  const place = await shows({ ...NEVER, held: 'Der Text wird geändert.' });
  assert.match(place.textContent, /noch nicht öffentlich/);
  assert.match(place.textContent, /Zurückgehalten: Der Text wird geändert\./);
  button(place, 'Veröffentlichung beginnen').click();
  await settled();
  assert.deepEqual(sent.slice(1), ['POST measures/WW-09/publication/begin {}', 'GET measures/WW-09/publication']);
});

test('what is public names its version and leads to its page, and nothing is offered that is not the reader’s', async () => {
  const place = await shows({ ...PUBLIC, pending: true, mayWithdraw: false });
  assert.match(place.textContent, /Fassung 2 vom 20\.11\.2026/);
  assert.match(place.textContent, /nächste Fassung ist auf dem Weg/);
  assert.equal(place.querySelector('a').getAttribute('href'), '/muenster/massnahmen/kreislaufstadt');
  assert.equal(place.querySelectorAll('button').length, 0);
});

test('a refusal to take it off the page stands beside the button', async () => {
  const place = await shows(PUBLIC, { errors: [{ field: 'reason', message: 'Bitte geben Sie einen Grund an.' }] });
  place.querySelector('form').dispatchEvent(new Event('submit'));
  await settled();
  assert.equal(place.querySelector('[role=alert]').textContent, 'Bitte geben Sie einen Grund an.');
});
