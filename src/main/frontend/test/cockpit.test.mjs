import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { linkToInstance, linkToMeasure, measureOf, valueOf } from '../src/cockpit/addresses.mjs';
import { show } from '../src/cockpit/measure/page.mjs';
import { TABS } from '../src/cockpit/measure/tabs.mjs';
import { PAGES } from '../src/cockpit/pages.mjs';
import { hasText } from '../src/messages/index.mjs';
import { settings } from '../src/webapps/webapps.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

const MEASURE = { number: 'WW-09', title: 'Kreislaufstadt', stateLabel: 'Workshops', leadLabel: 'Wirtschaftsförderung' };

function answering(body) {
  globalThis.fetch = async () => ({ ok: true, status: 200, json: async () => body });
}

function tab(key, opened, closed) {
  return {
    key,
    load: async () => ({
      show: (panel) => {
        opened.push(key);
        panel.append(key);
        return () => closed.push(key);
      },
    }),
  };
}

test('addresses lead to a measure, one of its tabs and back', () => {
  assert.equal(measureOf(linkToMeasure('WW-09')), 'WW-09');
  assert.equal(measureOf(linkToMeasure('A/B 1', 'times')), 'A/B 1');
  assert.equal(valueOf(linkToMeasure('WW-09', 'times'), 'bereich'), 'times');
  assert.equal(measureOf('#/massnahmen?frei=x'), null);
  assert.equal(linkToInstance('1-2'), '#/process-instance/1-2/runtime');
});

test('only Cockpit loads our pages for managers', () => {
  const scripts = { tasklist: ['t'], beside: 'b', cockpit: 'c' };
  assert.deepEqual(settings('cockpit', scripts).customScripts, ['b', 'c']);
  assert.deepEqual(settings('admin', scripts).customScripts, ['b']);
});

test('every page and every tab has a name and another address', () => {
  assert.ok(PAGES.every(({ label }) => hasText(label)));
  assert.ok(TABS.every(({ key }) => hasText(`cockpit.tab.${key}`)));
  assert.equal(new Set(PAGES.map(({ path }) => path)).size, PAGES.length);
});

test('a measure opens at the tab its address names, and what a tab holds is given back when it is left', async () => {
  answering(MEASURE);
  globalThis.location.hash = linkToMeasure('WW-09', 'admin');
  const opened = [];
  const closed = [];
  const page = document.createElement('main');
  const leave = await show(page, [tab('overview', opened, closed)]);

  assert.equal(page.querySelector('h1').textContent, 'WW-09 Kreislaufstadt');
  assert.deepEqual(opened, ['overview']);
  leave();
  assert.deepEqual(closed, ['overview']);
});

test('a refusal says why in place of the page', async () => {
  globalThis.fetch = async () => ({ ok: false, status: 404, json: async () => ({ message: 'x' }) });
  globalThis.location.hash = linkToMeasure('WW-77');
  const page = document.createElement('main');
  await show(page);
  assert.match(page.querySelector('[role=alert]').textContent, /gibt es nicht, oder sie steht Ihnen nicht offen/);
});
