import assert from 'node:assert/strict';
import { before, mock, test } from 'node:test';

import { loadBundled, pretendBrowser } from '../tools/browser.mjs';

let PreviewPanel;

before(async () => {
  pretendBrowser();
  ({ PreviewPanel } = await loadBundled('src/preview/panel.mjs'));
});

const cells = [1, 2, 3, 4].flatMap((y) =>
  [1, 2, 3, 4].map((x) => ({ x, y, field: x >= 3 && y >= 3 ? 'Vorn' : 'Hinten', meaning: x >= 3 && y >= 3 ? 'Vorn: mitreden' : 'Hinten: zusehen' })),
);
const MATRIX = {
  kind: 'MATRIX',
  title: 'Matrix',
  x: 'Interesse',
  y: 'Einfluss',
  size: 4,
  cells,
  points: [
    { row: 1, name: '<b>Kammer</b>', x: 4, y: 3, field: 'Vorn' },
    { row: 3, name: '', x: 4, y: 3, field: 'Vorn' },
  ],
};

async function shown(answer) {
  const panel = new PreviewPanel(async () => answer, () => ({}));
  await panel.refresh();
  return panel;
}

test('the matrix draws every organisation and says the same in a table', async () => {
  const { node } = await shown(MATRIX);

  assert.equal(node.querySelectorAll('svg rect').length, 16);
  const points = [...node.querySelectorAll('svg circle')];
  assert.equal(points.length, 2);
  assert.notEqual(points[0].getAttribute('cx'), points[1].getAttribute('cx'));
  assert.equal(node.querySelector('svg').getAttribute('aria-hidden'), 'true');
  const rows = [...node.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
  assert.deepEqual(rows, [
    ['1', '<b>Kammer</b>', '3', '4', 'Vorn: mitreden'],
    ['3', '–', '3', '4', 'Vorn: mitreden'],
  ]);
  assert.equal(node.querySelector('b'), null);
});

test('the score is said once it is known, with its reasons; until then what is missing', async () => {
  const levels = [
    { criterion: 'Umsetzbarkeit', level: 5 },
    { criterion: 'Kosten', level: null },
  ];
  const open = await shown({ kind: 'SCORE', title: 'P', score: null, result: null, reasons: [], levels });
  assert.match(open.node.textContent, /Es fehlt noch: Kosten\./);
  assert.equal(open.said.textContent, '');

  const known = await shown({ kind: 'SCORE', title: 'P', score: 78.75, result: 'Starterprojekt', reasons: ['Überzeugend'], levels });
  assert.match(known.node.textContent, /78,75 von 100 Punkten: Starterprojekt/);
  assert.equal(known.said.textContent, '78,75 von 100 Punkten: Starterprojekt');
  assert.equal(known.node.querySelector('li').textContent, 'Überzeugend');
});

test('the mix lists groups with shares, and warnings or that there are none', async () => {
  const bars = [{ group: 'Kammer', count: 2, percent: 40 }];
  const calm = await shown({ kind: 'MIX', title: 'M', total: 5, limits: 'mindestens 4', bars, warnings: [] });
  assert.match(calm.node.textContent, /5 Personen \(mindestens 4\)/);
  const single = await shown({ kind: 'MIX', title: 'M', total: 1, limits: '', bars, warnings: [] });
  assert.match(single.node.textContent, /1 Person \(/);
  assert.equal(single.said.textContent, '1 Person, Hinweise: 0');
  assert.match(calm.node.textContent, /ausgewogen/);
  const warned = await shown({ kind: 'MIX', title: 'M', total: 5, limits: '', bars, warnings: ['Gruppe fehlt: Verband'] });
  assert.match(warned.node.querySelector('.ks-preview-warnings').textContent, /Gruppe fehlt: Verband/);
});

test('an answer that comes too late does not replace a newer one, and a failure is said', async () => {
  const answers = [];
  const panel = new PreviewPanel(() => new Promise((resolve, reject) => answers.push({ resolve, reject })), () => ({}));
  const first = panel.refresh();
  const second = panel.refresh();
  answers[1].resolve({ ...MATRIX, title: 'neu' });
  answers[0].resolve({ ...MATRIX, title: 'alt' });
  await Promise.all([first, second]);
  assert.equal(panel.heading.textContent, 'neu');

  const third = panel.refresh();
  answers[2].reject(new Error());
  await third;
  assert.match(panel.node.textContent, /zurzeit nicht zeigen/);
});

test('the server is asked once after a pause, with what the form holds then', async () => {
  const timers = { setTimeout: (work) => ((timers.work = work), 1), clearTimeout: () => {} };
  const ask = mock.fn(async () => MATRIX);
  let content = { a: 1 };
  const panel = new PreviewPanel(ask, () => content, timers);
  panel.changed();
  panel.changed();
  content = { a: 2 };
  await timers.work();
  assert.deepEqual(ask.mock.calls.map(({ arguments: [sent] }) => sent), [{ a: 2 }]);
});
