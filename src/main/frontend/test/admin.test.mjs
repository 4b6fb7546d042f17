import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { showAdministration } from '../src/admin/page.mjs';
import municipalities from '../src/admin/municipalities.mjs';
import rights from '../src/admin/rights.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());
beforeEach(() => document.body.replaceChildren());

const answered = (body, status = 200) => async () => ({ ok: status < 300, status, json: async () => body });

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

test('municipalities are listed with what runs in them', async () => {
  globalThis.fetch = answered([
    { id: 'muenster', name: 'Stadt Münster', federalState: 'NW', departments: 25, people: 50, running: ['BE-01', 'WW-09'] },
  ]);
  const panel = document.createElement('div');
  await municipalities.show(panel);
  const cells = [...panel.querySelectorAll('tbody :is(th, td)')].map(({ textContent }) => textContent);
  assert.deepEqual(cells.slice(0, 5), ['Stadt Münster', 'Nordrhein-Westfalen', '25', '50', '2']);
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
  assert.deepEqual(cells, ['Was', 'Sachbearbeitung', 'Betrieb', 'Prüfung', 'Aufgaben sehen', 'eigene', '–', 'ja']);
});
