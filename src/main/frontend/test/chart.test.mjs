import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { chart } from '../src/cockpit/chart/chart.mjs';
import { COLOURS, dressed, PATTERNS, SHAPES } from '../src/cockpit/chart/look.mjs';
import { diagram } from '../src/cockpit/diagram/diagram.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => {
  pretendBrowser();
  globalThis.ResizeObserver = class {
    observe() {}
    disconnect() {}
  };
});

const DATA = { columns: ['Schritt', { label: 'Tage', number: true }], rows: [['Vorschlag prüfen', '4'], ['<b>Beschluss</b>', null]] };

function library() {
  const calls = [];
  const drawn = { setOption: (option) => calls.push(option), dispatchAction: (action) => calls.push(action), resize() {}, dispose: () => calls.push('disposed') };
  return { calls, load: async () => ({ init: () => drawn }) };
}

test('a chart says in words what it shows and has its numbers in a table behind it', async () => {
  const { calls, load } = library();
  const shown = chart({ title: 'Dauer', description: 'Dauer je Schritt', option: { series: [{ type: 'bar', data: [4] }] }, data: DATA, points: 2, load });
  document.body.append(shown.node);
  await shown.ready;

  assert.equal(shown.node.querySelector('[role=img]').getAttribute('aria-label'), 'Dauer je Schritt');
  assert.deepEqual([...shown.node.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)), [
    ['Vorschlag prüfen', '4'],
    ['<b>Beschluss</b>', '–'],
  ]);
  assert.equal(calls[0].aria.decal.show, true);
});

test('arrow keys visit the points of a chart one after the other and begin anew at the end', async () => {
  const { calls, load } = library();
  const shown = chart({ title: 'Dauer', description: 'Dauer', option: {}, data: DATA, points: 2, load });
  document.body.append(shown.node);
  await shown.ready;
  const press = (key) => shown.node.querySelector('[role=img]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Escape'].forEach(press);
  assert.deepEqual(calls.slice(1).map(({ type, dataIndex }) => dataIndex ?? type), [0, 1, 0, 1, 'hideTip']);
  shown.close();
  assert.equal(calls.at(-1), 'disposed');
});

test('where the library does not arrive the table opens instead', async () => {
  const shown = chart({ title: 'Dauer', description: 'Dauer', option: {}, data: DATA, load: () => Promise.reject(new Error('offline')) });
  await shown.ready;
  assert.equal(shown.node.querySelector('details').open, true);
  assert.match(shown.node.querySelector('[role=status]').textContent, /Tabelle/);
});

test('every series differs from the others in colour and in pattern or shape', () => {
  assert.equal(new Set(COLOURS).size, COLOURS.length);
  assert.equal(new Set(PATTERNS.map((pattern) => JSON.stringify(pattern))).size, COLOURS.length);
  const lines = dressed({ series: [{ type: 'line' }, { type: 'line' }] }, 'x').series.map(({ symbol }) => symbol);
  assert.deepEqual(lines, SHAPES.slice(0, 2));
  assert.equal(dressed({}, 'x').tooltip.renderMode, 'richText');
});

test('a picture marks the elements it has, and takes its marks back for others', async () => {
  const calls = [];
  const parts = {
    canvas: { zoom: () => 1, addMarker: (id, css) => calls.push(`+${id}.${css}`), removeMarker: (id, css) => calls.push(`-${id}.${css}`), viewbox: (box) => (box ? calls.push(box) : { outer: { width: 800, height: 500 }, scale: 0.4 }) },
    overlays: { remove() {}, add: (id, type, { html }) => calls.push(`${id}:${html.textContent}`) },
    elementRegistry: { get: (id) => (id === 'review-proposal' ? { id, x: 1000, y: 300, width: 100, height: 80 } : undefined) },
  };
  const Viewer = class {
    async importXML(xml) {
      calls.push(xml);
    }
    get(name) {
      return parts[name];
    }
    destroy() {}
  };
  const shown = diagram({
    xml: '<bpmn/>',
    label: 'Ablauf',
    marks: [{ id: 'review-proposal', css: 'ks-heat-3', badge: '<i>9 Tage' }, { id: 'gone', css: 'ks-heat-1' }],
    load: async () => ({ default: Viewer }),
  });
  await shown.ready;
  shown.mark([]);
  assert.deepEqual(calls, ['<bpmn/>', '+review-proposal.ks-heat-3', 'review-proposal:<i>9 Tage', '-review-proposal.ks-heat-3']);
  assert.equal(shown.node.querySelector('[role=group]').getAttribute('aria-label'), 'Ablauf');

  calls.length = 0;
  shown.select('review-proposal');
  shown.select('gone');
  assert.deepEqual(calls, ['+review-proposal.ks-diagram-chosen', { x: 650, y: 90, width: 800, height: 500 }]);
});
