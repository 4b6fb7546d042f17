import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { show } from '../src/rounds/page.mjs';
import { showRound } from '../src/rounds/round.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const LINE = { key: 'BR-2026-1', name: 'Halbjahr', periodFrom: '2026-01-01', periodTo: '2026-06-30', cutOff: '2026-06-30', due: '2026-07-31', state: 'COLLECTING', stateLabel: 'Berichte laufen ein', expected: 4, reported: 1, overdue: true };
const ROUND = { round: LINE, mayAct: true, mayRelease: true, hasWorkedOnIt: false, progress: [{ department: 'WFM', expected: 4, reported: 1, missing: 0, resting: 0 }], missingCount: 1, missing: [{ number: 'WW-09', title: 'Kreislauf', department: 'WFM', due: '2026-07-31', overdue: true, taken: false }], reports: [], events: [] };

let sent;

before(() => pretendBrowser());

function answers(body, refusal = null) {
  sent = [];
  globalThis.fetch = async (address, { method = 'GET', body: json } = {}) => {
    const refused = method !== 'GET' && refusal;
    sent.push(`${method} ${String(address).split('kreislaufstadt/')[1]}${json ? ` ${json}` : ''}`);
    return { ok: !refused, status: refused ? 400 : 200, json: async () => refused || body };
  };
}

async function round(changes) {
  answers({ ...ROUND, ...changes });
  const page = document.createElement('main');
  await showRound(page, 'BR-2026-1', () => {});
  return page;
}

const button = (page, words) => [...page.querySelectorAll('button')].find((one) => one.textContent === words);

test('the list names every round with its days, and offers a new one only to who may open it', async () => {
  answers({ mayAct: false, rounds: [LINE] });
  const page = document.createElement('main');
  await show(page);
  assert.match(page.textContent, /BR-2026-1 Halbjahr/);
  assert.match(page.textContent, /31\.07\.2026 \(überfällig\)/);
  assert.match(page.textContent, /1 von 4/);
  assert.equal(button(page, 'Berichtsrunde eröffnen'), undefined);

  answers({ mayAct: true, rounds: [] });
  await show(page);
  assert.ok(button(page, 'Berichtsrunde eröffnen'));
});

test('a round for a few measures is opened without unticking all others', async () => {
  answers({ mayAct: true, rounds: [] });
  const page = document.createElement('main');
  await show(page);
  answers(['WW-01', 'WW-02'].map((number) => ({ number, title: 'Kreislauf', state: 'KNOWLEDGE' })));
  button(page, 'Berichtsrunde eröffnen').click();
  await settled();
  const ticked = () => [...page.querySelectorAll('input[type=checkbox]')].map(({ checked }) => checked);

  button(page, 'Alle abwählen').click();
  assert.deepEqual(ticked(), [false, false]);
  button(page, 'Alle auswählen').click();
  assert.deepEqual(ticked(), [true, true]);
});

test('who is missing stands there with the progress in words and figures', async () => {
  const page = await round({});
  assert.match(page.textContent, /Wer fehlt noch \(1\)/);
  assert.match(page.textContent, /WW-09 Kreislauf/);
  assert.equal(page.querySelector('[role=progressbar]').getAttribute('aria-valuenow'), '25');
  button(page, 'Alle erinnern, die noch fehlen').click();
  await settled();
  assert.ok(sent.includes('POST rounds/BR-2026-1/remind {}'));
});

test('closing without a reason says what is missing, and the page stays', async () => {
  const page = await round({});
  document.body.replaceChildren(page);
  answers(ROUND, { errors: [{ field: 'reason', label: 'Begründung', message: 'Bitte begründen Sie.' }] });
  for (const again of [1, 2]) {
    button(page, 'Runde schließen').click();
    await settled();
    assert.match(page.querySelector('[role=alert]').textContent, /Begründung: Bitte begründen Sie\./);
    assert.equal(page.querySelectorAll('.ks-rounds-problem').length, 1, `said once, time ${again}`);
  }
  const reason = page.querySelector('#ks-rounds-reason');
  assert.equal(page.querySelector(`#${reason.getAttribute('aria-describedby')}`).textContent, 'Bitte begründen Sie.');
  assert.equal(document.activeElement, reason);
});

test('who has worked on a round is told that somebody else releases it', async () => {
  const closed = { ...LINE, state: 'CLOSED' };
  const worked = await round({ round: closed, hasWorkedOnIt: true });
  assert.equal(button(worked, 'Runde freigeben'), undefined);
  assert.match(worked.textContent, /Freigeben muss eine andere Person/);
  const fresh = await round({ round: closed });
  assert.ok(button(fresh, 'Runde freigeben'));
  const looking = await round({ round: closed, mayAct: false, mayRelease: false });
  assert.equal(button(looking, 'Vorlage speichern'), undefined);
});

test('a frozen round offers the table of the contract and shows a correction beside the report', async () => {
  const reports = [{ number: 'WW-09', title: 'Kreislauf', department: 'WFM', state: 'REPORTED', stateLabel: 'Berichtet', asOf: '2026-06-30', assessmentLabel: 'Im Plan', text: 'Es waren 140.', correctedText: 'Es waren 120.' }];
  const page = await round({ round: { ...LINE, state: 'FROZEN' }, reports });
  assert.match(page.querySelector('a[download]').getAttribute('href'), /rounds\/BR-2026-1\/action-plan\.xlsx$/);
  assert.match(page.textContent, /Es waren 140\.Korrektur: Es waren 120\./);
});
