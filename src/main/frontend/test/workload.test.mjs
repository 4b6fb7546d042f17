import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { show } from '../src/cockpit/workload/page.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const asked = [];

before(() => {
  pretendBrowser();
  globalThis.ResizeObserver = class {
    observe() {}
    disconnect() {}
  };
  document.head.innerHTML = '<base tasklist-api="/camunda/api/tasklist/" cockpit-api="/camunda/api/cockpit/">';
});

function answer(departments, people = null) {
  asked.length = 0;
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    const weeks = [{ week: '2026-11-16', open: 9, due: 3, overdue: 2 }, { week: '2026-11-23', open: 7, due: 1, overdue: 0 }];
    return { ok: true, status: 200, json: async () => ({ today: '2026-11-23', departments, weeks, people }) };
  };
}

const rows = (page, caption) =>
  [...[...page.querySelectorAll('table')].find((one) => one.caption.textContent === caption).querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

test('the page says for each department what is open, due and overdue, and how it was in the weeks before', async () => {
  answer([{ key: 'wfm', name: 'Wirtschaftsförderung', open: 12, due: 4, overdue: 3 }, { key: null, name: 'Ohne Fachbereich', open: 1, due: 0, overdue: 0 }]);
  const page = document.createElement('main');
  const close = show(page);
  await settled();

  assert.deepEqual(rows(page, 'Offene Aufgaben je Fachbereich'), [
    ['Wirtschaftsförderung', '12', '4', '3'],
    ['Ohne Fachbereich', '1', '0', '0'],
  ]);
  assert.deepEqual(rows(page, 'Die letzten zwölf Wochen')[1], ['23.11.2026', '7', '1', '0']);
  close();
});

test('the history of one department is asked for by its key', async () => {
  answer([{ key: 'wfm', name: 'Wirtschaftsförderung', open: 12, due: 4, overdue: 3 }]);
  const page = document.createElement('main');
  show(page);
  await settled();
  const choice = page.querySelector('select');
  choice.value = 'wfm';
  choice.dispatchEvent(new Event('change'));
  await settled();

  assert.match(asked[1], /workload\?department=wfm$/);
  assert.equal(page.querySelectorAll('option').length, 2);
});

test('where nothing is open the page says so', async () => {
  answer([]);
  const page = document.createElement('main');
  show(page);
  await settled();
  assert.match(page.textContent, /Es ist keine Aufgabe offen\./);
});

test('single people are shown only where the server names them', async () => {
  const page = document.createElement('main');
  answer([], null);
  show(page);
  await settled();
  assert.doesNotMatch(page.textContent, /Je Person/);

  answer([], [{ name: 'Sachbearbeitung Klima', open: 3, due: 1, overdue: 0 }]);
  show(page);
  await settled();
  assert.deepEqual(rows(page, 'Je Person in Ihrer Abteilung'), [['Sachbearbeitung Klima', '3', '1', '0']]);
});
