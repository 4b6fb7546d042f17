import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { leadToOwnPages } from '../src/webapps/ownpages.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

/** Opens a page of Cockpit as somebody whose pages are these. @return what became of it */
async function opened(path, pages, status = 200) {
  globalThis.fetch = async () => ({ ok: status < 300, status, json: async () => pages });
  const root = document.createElement('html');
  const became = { led: null, shown: false };
  const location = { url: (to) => ((became.led = to), { replace: () => {} }) };
  const heard = {};
  const scope = { $watch: (_, listener) => listener({ name: 'head' }), $on: (event, listener) => (heard[event] = listener), $evalAsync: (work) => work() };
  globalThis.angular = { module: () => ({ run: ([, , start]) => start(scope, location) }) };
  leadToOwnPages('cam.cockpit.custom', root);
  const next = { $$route: { originalPath: path }, resolve: { words: [] } };
  heard.$routeChangeStart({}, next);
  const own = next.resolve.own?.[0] ?? (async () => {});
  own().then(() => (became.shown = true));
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise(setImmediate);
  }
  return { ...became, marked: root.classList.contains('ks-own-pages') };
}

test('a head is led from Cockpit\u2019s first page to the measures before it asks for anything', async () => {
  assert.deepEqual(await opened('/dashboard', ['measures', 'tasks']), { led: '/massnahmen', shown: false, marked: true });
});

test('a head stays on our pages, and Camunda\u2019s entries are hidden there, too', async () => {
  assert.deepEqual(await opened('/massnahmen/:number', ['measures', 'tasks']), { led: null, shown: true, marked: true });
});

test('who may look at everything stays where they are', async () => {
  assert.deepEqual(await opened('/dashboard', ['cockpit', 'tasks']), { led: null, shown: true, marked: false });
});

test('without an answer nobody is led away', async () => {
  assert.deepEqual(await opened('/dashboard', {}, 500), { led: null, shown: true, marked: false });
});
