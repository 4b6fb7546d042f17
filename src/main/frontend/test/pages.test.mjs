import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { leadToOnesPages } from '../src/webapps/pages.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

async function opened(hash, pages, status = 200) {
  globalThis.fetch = async () => ({ ok: status < 300, status, json: async () => pages });
  const root = document.createElement('html');
  const address = { hash, href: `https://stadt.example/camunda/app/tasklist/default/${hash}`, replace: (to) => (address.left = to.pathname) };
  await leadToOnesPages(root, address);
  return { marks: [...root.classList].sort(), hash: address.hash, left: address.left };
}

test('a clerk keeps all entries but the administration and stays in the inbox', async () => {
  const { marks, hash } = await opened('#/?sorting=x', ['deputies', 'drafts', 'measures', 'start', 'tasks']);
  assert.deepEqual(marks, ['ks-without-administration', 'ks-without-cockpit']);
  assert.equal(hash, '#/?sorting=x');
});

test('who only looks is led from the empty inbox to the measures', async () => {
  const { marks, hash } = await opened('#/', ['administration', 'measures']);
  assert.deepEqual(marks, ['ks-with-administration', 'ks-without-cockpit', 'ks-without-deputies', 'ks-without-drafts', 'ks-without-start']);
  assert.equal(hash, '#/massnahmen');
});

test('who administers is led to the administration, and nobody away from the page they asked for', async () => {
  assert.equal((await opened('', ['administration'])).hash, '#/verwaltung');
  assert.equal((await opened('#/vertretung', ['administration'])).hash, '#/vertretung');
});

test('who keeps the engine running is led to Cockpit', async () => {
  assert.equal((await opened('#/', ['cockpit'])).left, '/camunda/app/cockpit/default/');
  assert.equal((await opened('#/', ['cockpit', 'tasks'])).left, undefined);
});

test('without an answer nothing is taken away', async () => {
  assert.deepEqual(await opened('#/', null, 500), { marks: [], hash: '#/', left: undefined });
});
