import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { linkWords } from '../src/rounds/next.mjs';
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

test('what comes next stands there with whom and until when, and counts in the link of Tasklist if it waits for the reader', async () => {
  const next = { step: 'Vorlage schreiben', with: 'Stabsstelle Klima', due: '2026-08-14', overdue: true, waitsForYou: true };
  answers({ mayAct: true, rounds: [{ ...LINE, next }, { ...LINE, next: null }] });
  const page = document.createElement('main');
  await show(page);
  assert.match(page.textContent, /Vorlage schreiben · Stabsstelle Klima, bis Fr, 14\.08\.2026 \(überfällig\) \(wartet auf Sie\)/);
  assert.equal(await linkWords(), 'Berichtsrunden (1)');
  answers({ mayAct: true, rounds: [{ ...LINE, next: { ...next, waitsForYou: false } }] });
  assert.equal(await linkWords(), 'Berichtsrunden');
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
  assert.equal(page.querySelector('.ks-rounds-problem').previousElementSibling, reason);
  assert.equal(page.querySelector(`#${reason.getAttribute('aria-describedby')}`).textContent, 'Bitte begründen Sie.');
  assert.equal(document.activeElement, reason);
});

test('a single report is given back with what has to change and until when, and one that was is accepted as it was', async () => {
  const reports = [
    { number: 'WW-09', title: 'Kreislauf', department: 'WFM', state: 'REPORTED', stateLabel: 'Berichtet', asOf: '2026-06-30', text: 'Kurz.' },
    { number: 'WW-10', title: 'Bauteile', department: 'WFM', state: 'OPEN', stateLabel: 'Offen', text: 'Alt.', givenBackBecause: 'Seit wann?' },
  ];
  const page = await round({ round: { ...LINE, state: 'CLOSED' }, reports, missing: [], paperText: 'Der Rat nimmt zur Kenntnis.' });
  assert.match(page.textContent, /Zurückgegeben: Seit wann\?/);
  assert.match(page.querySelector('a[href$="rounds/BR-2026-1/paper.pdf"]').textContent, /barrierefrei/);
  assert.deepEqual([...page.querySelectorAll('#ks-rounds-return-number option')].map(({ value }) => value), ['WW-09']);
  page.querySelector('#ks-rounds-return-reason').value = 'Bitte mit Zahlen.';
  button(page, 'Bericht zurückgeben').click();
  await settled();
  assert.ok(sent.includes('POST rounds/BR-2026-1/returns {"number":"WW-09","reason":"Bitte mit Zahlen.","due":null}'), sent.join('; '));

  const again = await round({ round: { ...LINE, state: 'CLOSED' }, reports, missing: [] });
  button(again, 'Bericht zu WW-10 annehmen, wie er war').click();
  await settled();
  assert.ok(sent.includes('DELETE rounds/BR-2026-1/returns/WW-10'), sent.join('; '));
});

test('a report that was given back while others still report says so among the missing', async () => {
  const missing = [{ number: 'WW-09', title: 'Kreislauf', department: 'WFM', due: '2026-07-31', overdue: false, taken: false, givenBackBecause: 'Bitte mit Zahlen.' }];
  const page = await round({ missing });
  assert.match(page.textContent, /Zurückgegeben: Bitte mit Zahlen\./);
  assert.ok(button(page, 'Bericht zu WW-09 annehmen, wie er war'));
});

test('of two fields of a name the one beside what was pressed is marked', async () => {
  const reports = [{ number: 'WW-09', title: 'Kreislauf', department: 'WFM', state: 'REPORTED', stateLabel: 'Berichtet', text: 'Es waren 140.' }];
  const page = await round({ reports });
  document.body.replaceChildren(page);
  answers(ROUND, { errors: [{ field: 'reason', label: 'Begründung', message: 'Bitte begründen Sie.' }] });

  button(page, 'Bericht zurückgeben').click();
  await settled();
  assert.equal(page.querySelector('.ks-rounds-problem').previousElementSibling.id, 'ks-rounds-return-reason');
  button(page, 'Runde schließen').click();
  await settled();
  assert.equal(page.querySelector('.ks-rounds-problem').previousElementSibling.id, 'ks-rounds-reason');
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
