import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { linkTo, placeOf } from '../src/components/addresses.mjs';
import { equal } from '../src/components/comment.mjs';
import { linkWords } from '../src/components/list.mjs';
import { show } from '../src/components/page.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 5));
const NEXT = { step: 'Zusammenführen', with: 'Difu', due: '2026-12-04', overdue: false, waitsForYou: true, task: 't1' };
const ROUND = { number: 2, state: 'COMMENTING', stateLabel: 'Mitglieder melden zurück', begunOn: '2026-09-01', until: '2026-10-30', overdue: true, asked: 3, answered: 1, own: null, next: NEXT };
const LINE = { component: 'STRATEGY', name: 'Strategie', version: 1, publishedOn: '2025-11-20', round: ROUND };
const IDLE = { component: 'PRODUCTS', name: 'Produkte', version: null, publishedOn: null, round: null };
const OVERVIEW = { mayAct: true, office: true, association: 'Städteverbund', components: [LINE, IDLE] };
const PAGE = { mayAct: true, office: true, component: 'STRATEGY', name: 'Strategie', round: ROUND, members: [{ name: 'Partnerkommune 07', state: 'OPEN', stateLabel: 'offen' }, { name: 'Partnerkommune 08', state: 'UNREACHABLE', stateLabel: 'nicht erreichbar', why: 'arbeitet nicht hier' }], states: { ANSWERED: 1, OPEN: 1, UNREACHABLE: 1 }, answers: {}, own: [], events: [] };
const COMMENT = { id: 'c1', city: 'Partnerkommune 07', position: 1, kind: 'CHANGE', kindLabel: 'Änderung', text: 'Flächen fehlen.', proposal: null, answer: null, answerLabel: null, answerText: null, seen: null };
const PASSAGES = { component: 'STRATEGY', number: 2, state: 'CONSOLIDATING', mayEdit: true, returnReason: null, task: 't1', comments: 3, unanswered: 2, passages: [{ anchor: 'ziele', heading: 'Ziele', comments: 3, unanswered: 2, changed: false }, { anchor: '_', heading: 'Zum Ganzen', comments: 0, unanswered: 0, changed: false }] };
const PASSAGE = { anchor: 'ziele', heading: 'Ziele', draft: 'Alt.', text: 'Alt.', seen: '2026-11-01T10:00:00Z', difference: [{ kind: 'SAME', text: 'Alt.' }], comments: [COMMENT, { ...COMMENT, id: 'c2', city: 'Partnerkommune 08', text: 'flächen  fehlen' }, { ...COMMENT, id: 'c3', answer: 'NOTED', answerLabel: 'Zur Kenntnis genommen', answerText: 'Danke.', seen: '2026-11-02T10:00:00Z' }], from: 0, count: 3 };

let sent;

before(() => pretendBrowser());

/** Answers by the end of the address; anything else with the last. */
function answers(bodies, refusal = null) {
  sent = [];
  globalThis.fetch = async (address, { method = 'GET', body: json } = {}) => {
    const path = String(address).split('kreislaufstadt/')[1];
    const refused = method !== 'GET' && refusal;
    sent.push(`${method} ${path}${json ? ` ${json}` : ''}`);
    const found = Object.entries(bodies).find(([end]) => path.split('?')[0].endsWith(end));
    return { ok: !refused, status: refused?.status ?? 200, json: async () => refused?.body ?? found?.[1] ?? {} };
  };
}

async function opened(place, bodies, refusal) {
  answers(bodies, refusal);
  const page = document.createElement('main');
  document.body.replaceChildren(page);
  await show(page, linkTo(place));
  await settled();
  return page;
}

const CONSOLIDATION = { component: 'STRATEGY', round: '2', view: 'zusammenfuehrung' };
const desk = (changes = {}, refusal = null) => opened(CONSOLIDATION, { '/passages': { ...PASSAGES, ...changes }, '/passages/ziele': PASSAGE, '/comparison': [{ kind: 'REMOVED', text: 'Alt' }, { kind: 'ADDED', text: 'Neu' }, { kind: 'SAME', text: '.' }], '/comments/c1': COMMENT }, refusal);
const button = (page, words) => [...page.querySelectorAll('button')].find((one) => one.textContent === words);

test('an address names what is shown, and the other way round', () => {
  assert.equal(linkTo(), '#/modellansatz');
  assert.deepEqual(placeOf(linkTo({ component: 'STRATEGY', round: 2, view: 'zusammenfuehrung', passage: 'ziele' })), { component: 'STRATEGY', round: '2', view: 'zusammenfuehrung', passage: 'ziele' });
});

test('the list says of every component what is published, how the round stands and whose turn it is', async () => {
  const page = await opened({}, { components: OVERVIEW });
  assert.match(page.textContent, /Fassung 1 vom 20\.11\.2025/);
  assert.match(page.textContent, /30\.10\.2026 \(überfällig\)/);
  assert.match(page.textContent, /1 von 3/);
  assert.match(page.textContent, /Zusammenführen · Difu, bis Fr, 04\.12\.2026 \(wartet auf Sie\)/);
  assert.ok(button(page, 'Runde beginnen'));
  assert.ok(button(page, 'Alle 1 Bausteine beginnen'));
  assert.equal(await linkWords(), 'Modellansatz (1)');
});

test('members find nothing to press', async () => {
  const page = await opened({}, { components: { ...OVERVIEW, mayAct: false, office: false } });
  assert.equal(page.querySelectorAll('button').length, 0);
  assert.match(page.textContent, /Was Ihre Kommune zurückmeldet/);
});

test('who is missing stands there with the picture in words, and why nobody can be reached', async () => {
  const page = await opened({ component: 'STRATEGY', round: '2' }, { 'rounds/2': PAGE });
  assert.match(page.textContent, /Wer fehlt noch \(1\)/);
  assert.match(page.textContent, /nicht erreichbar: arbeitet nicht hier/);
  assert.equal(page.querySelector('.ks-components-bar').getAttribute('aria-label'), '1 von 3 Mitgliedern haben geantwortet.');
  assert.equal(page.querySelectorAll('.ks-components-legend li').length, 3);
});

test('a dialogue says what happens before comments are closed, and asks for the reason', async () => {
  const page = await opened({ component: 'STRATEGY', round: '2' }, { 'rounds/2': PAGE });
  button(page, 'Vorzeitig schließen').click();
  const dialog = document.querySelector('dialog');
  assert.match(dialog.textContent, /1 offene Aufgaben bei Mitgliedern werden zurückgezogen/);
  dialog.querySelector('textarea').value = 'Es eilt.';
  button(dialog, 'Vorzeitig schließen').click();
  await settled();
  assert.ok(sent.includes('POST components/STRATEGY/rounds/2/close {"reason":"Es eilt."}'));
});

test('own comments show their answers, and nothing can be done with the round', async () => {
  const own = { ...COMMENT, answerLabel: 'Angenommen', answerText: 'Steht nun da.' };
  const page = await opened({ component: 'STRATEGY', round: '2' }, { 'rounds/2': { ...PAGE, mayAct: false, office: false, members: [], own: [own], round: { ...ROUND, state: 'PUBLISHED' } } });
  assert.match(page.textContent, /Angenommen: Steht nun da\./);
  assert.equal(page.querySelectorAll('button').length, 0);
});

test('an answer is sent with what was seen, and the focus goes on to the next one', async () => {
  const page = await desk();
  const article = page.querySelector('.ks-components-comment');
  article.querySelector('select').value = 'PARTLY';
  article.querySelector('textarea').value = 'Zur Hälfte.';
  button(article, 'Antwort speichern').click();
  await settled();
  assert.ok(sent.includes('PUT components/STRATEGY/rounds/2/comments/c1 {"answer":"PARTLY","text":"Zur Hälfte.","seen":null}'));
  assert.match(page.textContent, /1 Rückmeldungen beantwortet/);
  assert.equal(document.activeElement.tagName, 'SELECT');
});

test('what somebody else has answered meanwhile is said and not overwritten', async () => {
  const page = await desk({}, { status: 409, body: { message: 'Inzwischen hat jemand anderes geantwortet.' } });
  button(page, 'Antwort speichern').click();
  await settled();
  assert.match(page.querySelector('[role=alert]').textContent, /Inzwischen hat jemand anderes geantwortet/);
});

test('comments that say the same are chosen at once and answered together', async () => {
  assert.ok(equal({ text: 'Flächen fehlen.' }, { text: ' flächen  FEHLEN', proposal: null }));
  assert.ok(!equal({ text: 'Flächen fehlen.' }, { text: 'Flächen fehlen.', proposal: 'Flächen nennen' }));
  const page = await desk();
  const many = page.querySelector('.ks-components-many');
  assert.ok(many.hidden);
  button(page, 'Alle 2 gleichlautenden auswählen').click();
  assert.ok(!many.hidden);
  many.querySelector('select').value = 'NOTED';
  many.querySelector('textarea').value = 'Danke.';
  button(many, 'Alle gleich beantworten').click();
  await settled();
  assert.ok(sent.includes('PUT components/STRATEGY/rounds/2/answers {"comments":["c1","c2"],"answer":"NOTED","text":"Danke."}'));
});

test('what differs is told apart by marks and words, not by colour alone', async () => {
  const page = await opened({ component: 'STRATEGY', view: 'vergleich' }, {
    'components/STRATEGY': { line: LINE, versions: [{ version: 1 }], rounds: [] },
    '/comparison': { from: 'Fassung 1', to: 'Laufende Runde', sections: [{ anchor: 'ziele', heading: 'Ziele', change: 'CHANGED', label: 'geändert', pieces: [{ kind: 'REMOVED', text: 'Alt' }, { kind: 'ADDED', text: 'Neu' }] }] },
  });
  assert.ok(sent.includes('GET components/STRATEGY/comparison?from=1&to=draft'));
  assert.match(page.querySelector('del').textContent, /entfernt: Alt/);
  assert.match(page.querySelector('ins').textContent, /neu: Neu/);
  assert.match(page.textContent, /Ziele \(geändert\)/);
});

test('who reads along neither answers nor writes', async () => {
  const page = await desk({ mayEdit: false });
  assert.equal(button(page, 'Antwort speichern'), undefined);
  assert.equal(button(page, 'Text speichern'), undefined);
  assert.ok(page.querySelector('#ks-rounds-passage-text').hasAttribute('readonly'));
});
