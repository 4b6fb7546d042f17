import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { linkToInstance, linkToMeasure, measureOf, OWN_PATHS, valueOf } from '../src/cockpit/addresses.mjs';
import { CHANGED, show } from '../src/cockpit/measure/page.mjs';
import { TABS } from '../src/cockpit/measure/tabs.mjs';
import { MEASURE as MEASURE_PAGE, PAGES } from '../src/cockpit/pages.mjs';
import { askedIn, narrows, queryOf, sortedBy, USUAL } from '../src/cockpit/portfolio/query.mjs';
import { measureTable } from '../src/cockpit/portfolio/table.mjs';
import { tileButtons } from '../src/cockpit/portfolio/tiles.mjs';
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

test('every page of ours is known as one, so that heads are not led away from it', () => {
  assert.deepEqual([...OWN_PATHS].sort(), [...PAGES, MEASURE_PAGE].map(({ path }) => path).sort());
});

test('addresses lead to a measure, one of its tabs and back', () => {
  assert.equal(measureOf(linkToMeasure('WW-09')), 'WW-09');
  assert.equal(measureOf(linkToMeasure('A/B 1', 'times')), 'A/B 1');
  assert.equal(valueOf(linkToMeasure('WW-09', 'times'), 'bereich'), 'times');
  assert.equal(linkToMeasure('WW-09'), '#/massnahmen/WW-09');
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

test('what one tab or somebody else has changed is shown by the next one', async () => {
  answering(MEASURE);
  globalThis.location.hash = linkToMeasure('WW-09', 'steer');
  const seen = [];
  let content;
  const reader = { key: 'gates', load: async () => ({ show: (panel, measure) => void seen.push(measure.stateLabel) }) };
  const changer = { key: 'steer', load: async () => ({ show: (panel) => void (content = panel) }) };
  const page = document.createElement('main');
  await show(page, [changer, reader]);

  answering({ ...MEASURE, stateLabel: 'Abgebrochen' });
  content.dispatchEvent(new globalThis.CustomEvent(CHANGED, { bubbles: true }));
  page.querySelector('#ks-measure-tab-gates').click();
  await new Promise((done) => setTimeout(done));

  answering({ ...MEASURE, stateLabel: 'Fortgesetzt' });
  page.querySelector('#ks-measure-tab-gates').click();
  await new Promise((done) => setTimeout(done));

  assert.deepEqual(seen, ['Abgebrochen', 'Fortgesetzt']);
  assert.match(page.querySelector('header').textContent, /Fortgesetzt/);
});

test('whoever belongs to several municipalities says with everything on the page whose measure it is', async () => {
  const asked = [];
  globalThis.fetch = async (address, { headers }) => {
    asked.push(headers['X-Kreislaufstadt-Kommune']);
    return { ok: true, json: async () => MEASURE };
  };
  globalThis.location.hash = linkToMeasure('WW-09', 'overview', 'bad-homburg');
  assert.equal(measureOf(globalThis.location.hash), 'WW-09');
  await show(document.createElement('main'), [tab('overview', [], [])]);
  globalThis.location.hash = linkToMeasure('WW-09');
  await show(document.createElement('main'), [tab('overview', [], [])]);
  assert.deepEqual(asked, ['bad-homburg', undefined]);

  const row = { number: 'WW-09', title: 'x', light: 'RED', openTasks: 0, days: 1, municipality: 'Bad Homburg', municipalityId: 'bad-homburg' };
  const table = measureTable({ rows: [row] }, USUAL, { sort: () => {}, several: true });
  assert.equal(valueOf(table.querySelector('a.ks-number').getAttribute('href'), 'kommune'), 'bad-homburg');
});

test('a refusal says why in place of the page', async () => {
  globalThis.fetch = async () => ({ ok: false, status: 404, json: async () => ({ message: 'x' }) });
  globalThis.location.hash = linkToMeasure('WW-77');
  const page = document.createElement('main');
  await show(page);
  assert.match(page.querySelector('[role=alert]').textContent, /gibt es nicht, oder sie steht Ihnen nicht offen/);
});

test('a query says only what is asked for, and an address cannot ask for what nobody knows', () => {
  assert.equal(queryOf({ ...USUAL, tile: 'OVERDUE', words: 'a&b' }), 'tile=OVERDUE&words=a%26b&sort=DUE&order=asc&page=1');
  assert.deepEqual(askedIn('#/massnahmen?tile=PAUSED&evil=1'), { ...USUAL, tile: 'PAUSED' });
  assert.equal(narrows(USUAL), false);
  assert.equal(narrows({ ...USUAL, words: 'x' }), true);
});

test('the same column sorts the other way round, another one upwards first', () => {
  const once = sortedBy({ ...USUAL, page: 3 }, 'NUMBER');
  assert.deepEqual([once.sort, once.order, once.page], ['NUMBER', 'asc', 1]);
  assert.equal(sortedBy(once, 'NUMBER').order, 'desc');
  assert.equal(sortedBy(sortedBy(once, 'NUMBER'), 'TITLE').order, 'asc');
});

test('a row says in words what its light means, and leads to the measure and to its process', () => {
  const row = {
    number: 'WW-09', title: 'Kreislaufstadt', field: 'Wirtschaft', phase: 'WORKSHOPS', phaseLabel: 'Workshops', state: 'PAUSED', stateLabel: 'Ruht',
    lead: 'WFM', step: 'Workshop vorbereiten', department: 'WFM', held: true, due: '2026-03-02', openTasks: 3, light: 'RED', lightText: 'seit 3 Tagen überfällig',
    days: 12, exposureText: 'wird vorbereitet', instance: '1-2', municipality: 'muenster',
  };
  const table = measureTable({ rows: [row] }, USUAL, { sort: () => {}, several: false });
  const cells = [...table.querySelectorAll('tbody tr > *')].map((cell) => cell.textContent);
  assert.deepEqual(cells, [
    'WW-09', 'KreislaufstadtWirtschaft', 'WorkshopsRuht', 'WFM', 'Workshop vorbereitenund 2 weitere', 'WFMin Bearbeitung', '02.03.2026',
    'seit 3 Tagen überfällig', '12', 'wird vorbereitet', 'Ablauf öffnen',
  ]);
  assert.equal(table.querySelector('th[aria-sort]').textContent, 'Bis wann ▲');
});

test('a tile tells what it counts, and once more takes the choice back', () => {
  const chosen = [];
  const figures = { running: 125, overdue: 32, decision: 16, paused: 15, stuck: 2 };
  const tiles = tileButtons(figures, 'OVERDUE', (tile) => chosen.push(tile));
  tiles.querySelectorAll('button').forEach((button) => button.click());
  assert.deepEqual(chosen, ['RUNNING', '', 'DECISION', 'PAUSED', 'STUCK']);
  assert.equal(tiles.querySelector('[aria-pressed=true]').textContent, '32 überfällig');
});
