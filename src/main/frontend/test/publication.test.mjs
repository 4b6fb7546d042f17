import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { publication } from '../src/measures/publication.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const NEVER = { version: 0, releasedAt: null, address: null, pending: false, held: null, withdrawn: false, waitsFor: null, mayBegin: true, mayWithdraw: false };
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
  const place = await shows({ ...PUBLIC, pending: true, waitsFor: 'PREPARATION', mayWithdraw: false });
  assert.match(place.textContent, /Fassung 2 vom 20\.11\.2026/);
  assert.match(place.textContent, /nächste Fassung wird vorbereitet/);
  assert.equal(place.querySelector('a').getAttribute('href'), '/muenster/massnahmen/kreislaufstadt');
  assert.equal(place.querySelectorAll('button').length, 0);
});

test('a version that somebody has prepared waits for its release, also of a measure that was taken off', async () => {
  const place = await shows({ ...NEVER, withdrawn: true, pending: true, waitsFor: 'RELEASE', mayBegin: false });
  assert.match(place.textContent, /von der öffentlichen Seite genommen/);
  assert.match(place.textContent, /wartet auf die Freigabe durch die Stabsstelle Klima/);
});

test('who takes it off its page is asked why, and a refusal stands at the reason', async () => {
  HTMLElement.prototype.showModal ??= function showModal() {};
  const place = await shows(PUBLIC, { errors: [{ field: 'reason', message: 'Bitte geben Sie einen Grund an.' }] });
  button(place, 'Von der öffentlichen Seite nehmen').click();
  const dialog = document.querySelector('dialog');
  assert.match(dialog.textContent, /sofort für niemanden mehr zu sehen/);
  dialog.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  assert.match(sent.at(-1), /^POST measures\/WW-09\/publication\/withdraw \{"reason":""\}/);
  assert.match(dialog.querySelector('.ks-field-error').textContent, /Bitte geben Sie einen Grund an\./);
});
