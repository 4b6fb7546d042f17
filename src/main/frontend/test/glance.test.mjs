import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

test('views that the server does not serve are taken out, the others stay', async () => {
  const { withoutNotOffered } = await import('../src/glance/stock.mjs');
  const views = withoutNotOffered({
    getProviders: ({ component }) =>
      component === 'tasklist.task.detail' ? [{ id: 'task-detail-form' }, { id: 'task-detail-history' }] : [{ id: 'own' }],
  });
  assert.deepEqual(views.getProviders({ component: 'tasklist.task.detail' }), [{ id: 'task-detail-form' }]);
  assert.deepEqual(views.getProviders({ component: 'tasklist.card' }), [{ id: 'own' }]);
});

test('a due date is past from the next moment on', async () => {
  const { isPast } = await import('../src/glance/stock.mjs');
  const moment = '2026-12-04T23:59:59';
  assert.equal(isPast(moment, new Date(moment).getTime()), false);
  assert.equal(isPast(moment, new Date(moment).getTime() + 1), true);
});

test('a card says in words what is overdue and with whom a task is', async () => {
  const { card } = await import('../src/glance/cards.mjs');
  const task = { measureNumber: 'WW-09', measureTitle: 'Kreislaufstadt', phase: 'Workshops', item: 'Workshop 2', due: '2026-12-04' };
  assert.deepEqual(lines(card(task)), ['WW-09 Kreislaufstadt', 'Workshop 2', 'Phase: Workshops', 'Frist: Fr, 04.12.2026']);
  assert.deepEqual(lines(card({ ...task, item: null, overdue: true, assignee: 'Sachbearbeitung Klima', followUp: '2026-12-01' })), [
    'WW-09 Kreislaufstadt',
    'Phase: Workshops',
    'Frist: Fr, 04.12.2026 überfällig',
    'Wiedervorlage: Di, 01.12.2026',
    'In Arbeit bei Sachbearbeitung Klima',
  ]);
  assert.equal(lines(card({ ...task, assignee: 'x', mine: true })).at(-1), 'Von Ihnen übernommen');
});

test('a task that was found opens beside the list as it is', async () => {
  const { addressOf } = await import('../src/glance/search.mjs');
  assert.equal(addressOf('1-2', '#/?filter=f&task=old&detailsTab=t'), '#/?filter=f&task=1-2');
  assert.equal(addressOf('1-2', ''), '#/?task=1-2');
});

function lines(node) {
  return [...node.children].map((line) => line.textContent);
}

test('the words that Camunda leaves in English are German, with their articles', async () => {
  const { german } = await import('../src/webapps/labels.mjs');
  assert.equal(german('Offene Tasks'), 'Offene Aufgaben');
  assert.equal(german('Ein Task kann mehrere Gruppen haben.'), 'Eine Aufgabe kann mehrere Gruppen haben.');
  assert.equal(german('Löschgrund des Tasks'), 'Löschgrund der Aufgabe');
  assert.equal(german('Super-Task-ID'), 'Super-Aufgaben-ID');
  assert.equal(german('Deployment-ID:'), 'Bereitstellungs-ID:');
  assert.equal(german("Das Deployment '{{deployment}}' wurde erfolgreich wiederholt."), "Die Bereitstellung '{{deployment}}' wurde erfolgreich wiederholt.");
  assert.equal(german("Der Task '{{Task}}'"), "Die Aufgabe '{{Task}}'");
  assert.equal(german('null'), '–');
});

test('lists are sorted by due date until a person chooses something else, which stays', async () => {
  const { sortingKeeper } = await import('../src/glance/sorting.mjs');
  const kept = {};
  const store = { getItem: (key) => kept[key] ?? null, setItem: (key, value) => (kept[key] = value) };
  const page = (path, sorting) => {
    const address = { path: () => path, search: (name, value) => (name ? ((address.sorting = value), address) : address), replace: () => {}, sorting };
    return address;
  };
  const byDue = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
  const byName = JSON.stringify([{ sortBy: 'nameCaseInsensitive', sortOrder: 'asc' }]);

  const first = page('/');
  const keep = sortingKeeper(first, store);
  keep();
  keep();
  assert.equal(first.sorting, byDue);
  assert.deepEqual(kept, {});
  first.sorting = byName;
  keep();
  const later = page('/');
  sortingKeeper(later, store)();
  assert.equal(later.sorting, byName);

  kept['ks-sorting'] = '[{"sortBy":"<script>","sortOrder":"asc"}]';
  const tampered = page('/');
  sortingKeeper(tampered, store)();
  assert.equal(tampered.sorting, byDue);
  const elsewhere = page('/massnahmen');
  sortingKeeper(elsewhere, store)();
  assert.equal(elsewhere.sorting, undefined);
});

test('the documents of a measure stand in one table, the latest first, with who attached which version', async () => {
  const { documentTable } = await import('../src/documents/table.mjs');
  const entry = (name, at, number = 1) => ({
    id: name,
    kind: 'MINUTES',
    name,
    step: null,
    versions: [{ number, name, type: 'PDF', size: 1_300_000, at, by: 'Sachbearbeitung' }],
  });
  const table = documentTable({ documents: [entry('alt.pdf', '2026-11-01T10:00:00Z')], others: [entry('neu.pdf', '2026-11-22T10:00:00Z', 3)] }, 't 1');
  const rows = [...table.querySelectorAll('tbody tr')];
  assert.deepEqual(rows.map((row) => row.querySelector('a').getAttribute('href')), [
    '/camunda/api/kreislaufstadt/documents/neu.pdf/versions/3?task=t%201',
    '/camunda/api/kreislaufstadt/documents/alt.pdf/versions/1?task=t%201',
  ]);
  assert.deepEqual([...rows[0].querySelectorAll('td')].map((cell) => cell.textContent), ['Protokoll', '3', 'Sachbearbeitung', '22.11.2026', '–']);
  assert.match(documentTable({ documents: [], others: [] }, 't').textContent, /noch keine Unterlagen/);
});
