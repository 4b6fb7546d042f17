import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { inOneCity } from '../src/cockpit/city.mjs';
import { PAGES } from '../src/cockpit/pages.mjs';
import { read } from '../src/tasklist.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const BOTH = [
  { value: 'muenster', label: 'Münster' },
  { value: 'partner', label: 'Partnerkommune' },
];
let asked;
let municipalities;
let left;

before(() => {
  pretendBrowser();
  document.head.innerHTML = '<base tasklist-api="/camunda/api/tasklist/" cockpit-api="/camunda/api/cockpit/">';
});

beforeEach(() => {
  asked = [];
  left = 0;
  globalThis.fetch = async (address, { headers }) => {
    asked.push(`${address.split('/').at(-1)} ${headers['X-Kreislaufstadt-Kommune'] ?? 'all'}`);
    const refused = !municipalities && address.endsWith('choices');
    return { ok: !refused, status: refused ? 403 : 200, json: async () => ({ municipalities }) };
  };
});

function show(node) {
  node.replaceChildren('Auslastung');
  read('workload');
  return () => (left += 1);
}

async function opened() {
  const page = document.createElement('main');
  return { page, close: await inOneCity(page, show) };
}

test('who belongs to one city sees the page as it is, and so does whoever is told nothing about cities', async () => {
  for (const known of [[BOTH[0]], [], null]) {
    municipalities = known;
    asked = [];
    const { page, close } = await opened();
    assert.equal(page.textContent, 'Auslastung');
    assert.equal(page.querySelector('select'), null);
    assert.deepEqual(asked, ['choices all', 'workload all']);
    close();
  }
});

test('who belongs to several chooses one, and requests are about that one until the page is left', async () => {
  municipalities = BOTH;
  const { page, close } = await opened();
  const choice = page.querySelector('select');
  assert.equal(page.querySelector('label').textContent, 'Kommune');
  assert.equal(page.querySelector('label').getAttribute('for'), choice.id);
  assert.deepEqual([...choice.options].map(({ text }) => text), ['Münster', 'Partnerkommune']);

  choice.value = 'partner';
  choice.dispatchEvent(new Event('change'));
  assert.equal(left, 1);
  close();
  await read('portfolio');
  assert.deepEqual(asked, ['choices all', 'workload muenster', 'workload partner', 'portfolio all']);
  assert.equal(left, 2);

  asked = [];
  const again = await opened();
  assert.deepEqual(asked, ['choices all', 'workload partner'], 'whoever goes on to another page stays in the city');
  again.close();
});

test('a page that is left late does not silence the one that came after it', async () => {
  municipalities = BOTH;
  const before = await opened();
  const after = await opened();
  before.close();
  asked = [];
  await read('throughput');
  assert.deepEqual(asked, ['throughput partner']);
  after.close();
});

test('the pages that count tasks and times of one city are among them', () => {
  assert.deepEqual(
    PAGES.filter(({ oneCity }) => oneCity).map(({ path }) => path),
    ['/zeitachse', '/auslastung', '/durchlauf', '/verbund'],
  );
});
