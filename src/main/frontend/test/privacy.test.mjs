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
  blocks: [{ id: 'b1', scope: 'KIND', kind: 'invitations', reason: 'Prüfung', since: '2026-11-22', until: null, by: 'admin' }],
  log: [],
  administrator: true,
};
const FILE = {
  responsible: 'Stadt Münster',
  person: {},
  alsoKnownAs: { names: [], mails: ['zweite@beispiel.example'], phones: [] },
  blocks: [],
  fingerprint: 'f1',
  items: [
    {
      id: 'i1',
      kind: 'invitations',
      kindName: 'Einladungen',
      table: 'workshop_invitation',
      effect: 'DELETED',
      effectName: 'wird gelöscht',
      purpose: 'Workshop',
      legalBasis: 'DSGVO',
      source: 'Formular',
      deletion: '3 Monate',
      content: { contact: 'Jemand' },
      correctable: ['contact'],
    },
    { id: 'i2', kindName: 'Nachweise', table: 'step', effect: 'PSEUDONYM', effectName: 'bleibt', content: {}, correctable: [], deletion: '' },
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
  assert.match(panel.textContent, /Bisher wurde nichts gelöscht/);
});

test('who is looked for goes into the body, and what is found says what becomes of it', async () => {
  const panel = await shown({ 'POST admin/privacy/muenster/person': [200, FILE] });
  await search(panel, 'Jemand');
  assert.deepEqual(calls.at(-1).body, { names: ['Jemand'], mails: [], phones: [], users: [] });
  assert.match(panel.textContent, /2 Einträge in Stadt Münster/);
  assert.match(panel.textContent, /wird gelöscht/);
  assert.equal(panel.querySelectorAll('td input[type=checkbox]').length, 1);
});

test('nobody is deleted before the list was confirmed, and what was unticked stays', async () => {
  const panel = await shown({
    'POST admin/privacy/muenster/person': [200, FILE],
    'POST admin/privacy/muenster/person/deletion': [200, FILE],
  });
  await search(panel, 'Jemand');
  const erase = panel.querySelector('.btn-danger');
  erase.click();
  await settle();
  assert.equal(calls.at(-1).path, 'admin/privacy/muenster/person');
  const box = panel.querySelector('td input[type=checkbox]');
  box.checked = false;
  box.dispatchEvent(new Event('change'));
  panel.querySelector('#ks-privacy-sure').checked = true;
  erase.click();
  await settle();
  const deletion = calls.find(({ path }) => path.endsWith('/deletion'));
  assert.deepEqual([deletion.body.keep, deletion.body.seen], [['i1'], 'f1']);
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
