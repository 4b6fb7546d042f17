import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { showAdministration } from '../src/admin/page.mjs';
import municipalities from '../src/admin/municipalities.mjs';
import rights from '../src/admin/rights.mjs';
import { showMunicipality } from '../src/admin/municipality.mjs';
import { editor } from '../src/admin/municipalityfile.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());
beforeEach(() => document.body.replaceChildren());

const answered = (body, status = 200) => async () => ({ ok: status < 300, status, json: async () => body });

const settled = () => new Promise((done) => setTimeout(done, 5));

const tab = (key) => ({ key, show: (panel) => panel.append(key) });

test('only the tabs one may open are there, and the first is shown', async () => {
  globalThis.fetch = answered({ tabs: ['municipalities'] });
  const page = document.createElement('main');
  await showAdministration(page, [tab('municipalities'), tab('accounts')]);
  const buttons = [...page.querySelectorAll('[role=tab]')];
  assert.deepEqual(buttons.map(({ textContent }) => textContent), ['Kommunen']);
  assert.equal(buttons[0].getAttribute('aria-selected'), 'true');
  assert.equal(page.querySelector('[role=tabpanel]').textContent, 'municipalities');
});

test('who may not is told so', async () => {
  globalThis.fetch = answered({ message: 'Dazu fehlt Ihnen die Berechtigung.' }, 403);
  const page = document.createElement('main');
  await showAdministration(page, [tab('municipalities')]);
  assert.match(page.querySelector('[role=alert]').textContent, /fehlt Ihnen/);
});

const MUENSTER = { id: 'muenster', name: 'Stadt Münster', federalState: 'NW', departments: 25, people: 50, running: ['BE-01', 'WW-09'], validUntil: null, ended: false, location: null };

test('municipalities are listed with what runs in them and where they are changed', async () => {
  globalThis.fetch = answered([MUENSTER, { ...MUENSTER, running: [], validUntil: '2031-12-31', location: '/etc/x.yaml' }]);
  const panel = document.createElement('div');
  await municipalities.show(panel);
  const cells = [...panel.querySelectorAll('tbody :is(th, td)')].map(({ textContent }) => textContent);
  assert.deepEqual(cells.slice(0, 6), ['Stadt Münster', 'Nordrhein-Westfalen', '25', '50', '2: BE-01, WW-09', 'offen']);
  assert.deepEqual(cells.slice(10), ['0', 'endet am 31.12.2031, aus einer Datei der Installation']);
});

test('a file is checked before it is applied, and checked again when it was changed', async () => {
  const calls = [];
  const plan = { municipality: 'neu', name: 'Neue Stadt', created: false, base: 3, hints: [
    { kind: 'NO_COORDINATOR', member: 'Neue Stadt' },
    { kind: 'NO_COORDINATOR', member: 'Partnerkommune 07' },
  ], changes: [
    { kind: 'CHANGED', section: 'departments', place: 'departments.klima.name', before: 'Alt', after: 'Neu' },
    { kind: 'REMOVED', section: 'people', place: 'people.neu-klima', before: 'x', after: null },
  ] };
  globalThis.fetch = async (address, options) => {
    calls.push([address.split('/').pop(), JSON.parse(options.body)]);
    return { ok: true, status: 200, json: async () => plan };
  };
  let done = null;
  const form = editor({ content: 'a: 1', base: 3 }, (applied) => (done = applied.name));
  document.body.append(form);
  const button = (label) => [...form.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  assert.equal(button('Anwenden'), undefined);
  button('Prüfen').click();
  await settled();
  assert.match(form.querySelector('.alert-info').textContent, /\(2\): Neue Stadt, Partnerkommune 07/);
  assert.match(form.querySelector('.alert-warning').textContent, /1 Personen verlieren ihren Zugang: neu-klima/);
  form.querySelector('textarea').dispatchEvent(new Event('input'));
  assert.equal(button('Anwenden'), undefined);
  button('Prüfen').click();
  await settled();
  button('Anwenden').click();
  await settled();
  assert.deepEqual(calls.map(([path]) => path), ['plan', 'plan', 'municipalities']);
  assert.deepEqual(calls[2][1], { content: 'a: 1', base: 3 });
  assert.equal(done, 'Neue Stadt');
});

test('a refused file names line, place and reason, and the line is chosen', async () => {
  globalThis.fetch = answered({ message: 'x', errors: [{ field: 'people[0].id', line: 2, message: 'fehlt' }] }, 400);
  const form = editor({ content: 'eins\nzwei\ndrei', base: null }, () => {});
  document.body.append(form);
  form.querySelector('button').click();
  await settled();
  assert.equal(form.querySelector('[role=alert]').textContent, 'Zeile 2 · people[0].id: fehlt');
  const area = form.querySelector('textarea');
  assert.deepEqual([area.selectionStart, area.selectionEnd], [5, 9]);
  assert.equal(area.getAttribute('aria-invalid'), 'true');
});

test('a configured municipality is shown and not changed', async () => {
  globalThis.fetch = answered({ municipality: { ...MUENSTER, location: '/etc/x.yaml' }, number: 1, file: 'a: 1', history: [{ number: 1, at: '2026-03-02T08:00:00Z', by: null, location: '/etc/x.yaml', restores: null, people: true }], variants: [{ key: 'knowledge-building', name: 'Wissensaufbau', version: 2 }] });
  const panel = document.createElement('div');
  await showMunicipality(panel, 'muenster', () => {});
  assert.match(panel.querySelector('.alert-info').textContent, /\/etc\/x\.yaml/);
  assert.equal(panel.querySelector('textarea'), null);
  assert.match(panel.textContent, /Wissensaufbau \(knowledge-building, Fassung 2\)/);
});

test('the matrix of rights is shown with a column for each role', async () => {
  globalThis.fetch = answered({
    roles: ['CLERK', 'OPERATOR', 'AUDITOR'],
    areas: [
      {
        area: 'Aufgaben',
        english: 'Tasks',
        operations: [{ name: 'Aufgaben sehen', english: 'See tasks', yes: ['AUDITOR'], own: ['CLERK'], public: false }],
      },
    ],
  });
  const panel = document.createElement('div');
  await rights.show(panel);
  const cells = [...panel.querySelectorAll('tr :is(th, td)')].map(({ textContent }) => textContent);
  assert.deepEqual(cells, ['Was', 'Sachbearbeitung', 'Betrieb', 'Revision', 'Aufgaben sehen', 'eigene', '–', 'ja']);
});
