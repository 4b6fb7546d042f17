import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import privacy from '../src/admin/privacy.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());
beforeEach(() => document.body.replaceChildren());

const KIND = { key: 'invitations', name: 'Einladungen', purpose: 'Workshop', legalBasis: 'DSGVO', deletion: '3 Monate' };
const OVERVIEW = {
  municipality: 'muenster',
  kinds: [KIND],
  blocks: [
    { id: 'b1', scope: 'KIND', kind: 'invitations', person: [], reason: 'Prüfung', since: '2026-11-22', until: null, by: 'Administration' },
    { id: 'b2', scope: 'PERSON', restricted: true, person: ['jemand'], reason: 'Widerspruch', since: '2026-11-22', until: '2028-01-04', by: 'Administration' },
  ],
  archive: [
    { measure: 'm1', number: 'WW-07', title: 'Tauschladen', state: 'Abgelehnt', endedOn: '2026-10-01', offeredOn: '2026-10-02' },
  ],
  log: [],
  administrator: true,
};
const ROW = {
  kind: 'invitations',
  kindName: 'Einladungen',
  table: 'workshop_invitation',
  place: 'Einladungsliste',
  effect: 'DELETED',
  effectName: 'wird gelöscht',
  purpose: 'Workshop',
  legalBasis: 'DSGVO',
  source: 'Formular',
  deletion: '3 Monate',
  content: { contact: 'Jemand', workshop_id: 'x1' },
  fields: [{ column: 'contact', label: 'Name oder Funktion', text: 'Jemand' }],
  correctable: [{ column: 'contact', label: 'Name oder Funktion', text: 'Jemand' }],
};
const FILE = {
  responsible: 'Stadt Münster',
  asOf: '2028-01-04',
  person: {},
  alsoKnownAs: { names: [], mails: ['zweite@beispiel.example'], phones: [] },
  blocks: [],
  fingerprint: 'f1',
  items: [
    { ...ROW, id: 'i1', certain: true, match: 'Mailadresse oder Zugang stimmt überein', deleteOn: '2028-01-04' },
    { ...ROW, id: 'i2', certain: false, match: 'nur der Name stimmt überein' },
    {
      ...ROW,
      id: 'i3',
      certain: true,
      place: 'Erledigte Schritte',
      effect: 'PSEUDONYM',
      effectName: 'Kennung bleibt',
      because: 'Nachweis der Schritte',
      fields: [{ column: 'completed_by', label: 'Erledigt von', text: 'Jemand' }],
      correctable: [],
    },
  ],
};
const DONE = {
  ...FILE,
  items: [
    { ...FILE.items[0], effectName: 'gelöscht' },
    { ...FILE.items[1], effect: 'KEPT', effectName: 'geblieben', because: 'nicht ausgewählt' },
    FILE.items[2],
  ],
};

const calls = [];

function answers(routes) {
  calls.length = 0;
  globalThis.fetch = async (url, { method = 'GET', body } = {}) => {
    const path = url.replace(/^.*kreislaufstadt\//, '');
    calls.push({ method, path, body: body ? JSON.parse(body) : null });
    const [status, answer] = routes[`${method} ${path}`];
    return { ok: status < 300, status, json: async () => answer };
  };
}

async function shown(routes = {}) {
  answers({
    'GET admin/privacy': [200, [{ id: 'muenster', name: 'Stadt Münster' }]],
    'GET admin/privacy/muenster': [200, OVERVIEW],
    ...routes,
  });
  const panel = document.createElement('div');
  document.body.append(panel);
  await privacy.show(panel);
  return panel;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function search(panel, name) {
  panel.querySelector('[name=names]').value = `${name}\n`;
  panel.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

test('blocks in force, kinds and the empty log are shown', async () => {
  const panel = await shown();
  assert.match(panel.textContent, /Prüfung/);
  assert.match(panel.textContent, /bis sie aufgehoben wird/);
  assert.match(panel.textContent, /Eine Person \(Verarbeitung eingeschränkt\): jemand/);
  assert.match(panel.textContent, /04\.01\.2028/);
  assert.match(panel.textContent, /Bisher wurde nichts gelöscht/);
});

const dialog = () => document.querySelector('dialog');
const button = (node, words) => [...node.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
const send = async () => {
  dialog().querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
};

test('who is looked for goes into the body, and what is found is said in words, without keys of tables', async () => {
  const panel = await shown({ 'POST admin/privacy/muenster/person': [200, FILE] });
  await search(panel, 'Jemand');
  assert.deepEqual(calls.at(-1).body, { names: ['Jemand'], mails: [], phones: [], users: [] });
  assert.match(panel.textContent, /Gefunden in Stadt Münster: 3/);
  assert.match(panel.textContent, /Einladungsliste/);
  assert.match(panel.textContent, /Name oder FunktionJemand/);
  assert.match(panel.textContent, /04\.01\.2028/);
  assert.match(panel.textContent, /Erledigte Schritte: Erledigt von \(1\)/);
  assert.doesNotMatch(panel.textContent, /workshop_|contact|x1/);
});

test('only what was found by address or account is ticked', async () => {
  const panel = await shown({ 'POST admin/privacy/muenster/person': [200, FILE] });
  await search(panel, 'Jemand');
  const boxes = [...panel.querySelectorAll('td input[type=checkbox]')];
  assert.deepEqual(boxes.map((box) => box.hasAttribute('checked')), [true, false]);
  assert.match(panel.textContent, /nur der Name stimmt überein/);
});

test('a last question says what goes, what stays and why, and afterwards what was done', async () => {
  const panel = await shown({
    'POST admin/privacy/muenster/person': [200, FILE],
    'POST admin/privacy/muenster/person/deletion': [200, DONE],
  });
  await search(panel, 'Jemand');
  button(panel, 'Person löschen').click();
  assert.match(dialog().textContent, /Das verschwindet:1 × Einladungsliste: wird gelöscht/);
  assert.match(dialog().textContent, /Das bleibt:1 × Einladungsliste: nicht angekreuzt1 × Erledigte Schritte: Nachweis der Schritte/);
  await send();
  assert.match(dialog().textContent, /Bestätigen Sie zuerst/);
  assert.equal(calls.some(({ path }) => path.endsWith('/deletion')), false);
  dialog().querySelector('input[type=checkbox]').checked = true;
  await send();
  const { body } = calls.find(({ path }) => path.endsWith('/deletion'));
  assert.deepEqual([body.items, body.seen], [['i1'], 'f1']);
  assert.match(panel.textContent, /Gelöscht am 04\.01\.2028/);
  assert.match(panel.textContent, /1 × Einladungsliste: gelöscht/);
  assert.match(panel.textContent, /1 × Einladungsliste: nicht ausgewählt/);
});

test('nothing ticked, nothing asked', async () => {
  const panel = await shown({ 'POST admin/privacy/muenster/person': [200, { ...FILE, items: [FILE.items[1]] }] });
  await search(panel, 'Jemand');
  button(panel, 'Person löschen').click();
  assert.equal(dialog(), null);
  assert.match(panel.textContent, /Kreuzen Sie zuerst an/);
});

test('a person is blocked from where they were found', async () => {
  const panel = await shown({
    'POST admin/privacy/muenster/person': [200, FILE],
    'POST admin/privacy/muenster/blocks': [201, { id: 'b3' }],
  });
  await search(panel, 'Jemand');
  button(panel, 'Löschen sperren').click();
  dialog().querySelector('input').value = 'Rechtsstreit';
  await send();
  const { body } = calls.find(({ path }) => path.endsWith('/blocks'));
  assert.deepEqual(body, { scope: 'PERSON', person: { names: ['Jemand'], mails: [], phones: [], users: [] }, reason: 'Rechtsstreit', until: null });
});

test('whoever is shown is looked for again when a block is lifted', async () => {
  const panel = await shown({
    'POST admin/privacy/muenster/person': [200, FILE],
    'DELETE admin/privacy/muenster/blocks/b1': [204, null],
  });
  const searches = () => calls.filter(({ path }) => path.endsWith('/person')).length;
  button(panel, 'Aufheben').click();
  await settle();
  assert.equal(searches(), 0);
  await search(panel, 'Jemand');
  button(panel, 'Aufheben').click();
  await settle();
  assert.equal(searches(), 2);
});

test('what the archive answers is entered where its record waits', async () => {
  const panel = await shown({ 'POST admin/privacy/muenster/archive/m1': [204, null] });
  assert.match(panel.textContent, /WW-07Tauschladen/);
  button(panel, 'Antwort eintragen').click();
  const [, , declined, day] = dialog().querySelectorAll('input');
  declined.checked = true;
  day.value = '03.11.2026';
  await send();
  const { body } = calls.find(({ path }) => path.endsWith('/archive/m1'));
  assert.deepEqual([body.answer, body.answeredOn], ['DECLINED', '2026-11-03']);
});

test('what the server refuses is said in its words', async () => {
  const panel = await shown({
    'POST admin/privacy/muenster/person': [400, { message: 'x', errors: [{ field: 'names', message: 'Mindestens 3 Zeichen.' }] }],
  });
  await search(panel, 'J');
  assert.match(panel.querySelector('form [role=alert]').textContent, /Mindestens 3 Zeichen/);
});

test('auditors read, and find nothing to change', async () => {
  const panel = await shown({ 'GET admin/privacy/muenster': [200, { ...OVERVIEW, administrator: false }] });
  assert.match(panel.textContent, /Prüfung/);
  assert.equal(panel.querySelector('form'), null);
  assert.equal(panel.querySelector('td button'), null);
});
