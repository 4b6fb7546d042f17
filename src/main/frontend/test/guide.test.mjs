import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { contextPanel } from '../src/form/context.mjs';
import { guidePanel, guidesByPhase } from '../src/guide/guides.mjs';
import { skippedPhases } from '../src/measures/phases.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const settled = () => new Promise((done) => setTimeout(done, 0));
const STRATEGY = { key: 'STRATEGY', title: 'Strategie', why: 'Woran Starterprojekte ausgewählt werden', version: 2, adoptedOn: '2026-03-02', adoptedBy: 'Deutscher Städtetag', ownSince: null };
const PRODUCTS = { key: 'PRODUCTS', title: 'Produkte', why: null, version: null, adoptedOn: null, adoptedBy: null, ownSince: '2026-05-04' };
const TEXT = { title: 'Strategie', version: 2, sections: [{ heading: 'Auswahl', blocks: [{ kind: 'PARAGRAPH', texts: ['<b>Erst</b> bauen.'] }, { kind: 'LIST', texts: ['eins', 'zwei'] }] }], own: { asOf: '2026-05-04', builtOn: 1, source: 'Ratsbeschluss', blocks: [{ kind: 'HEADING', texts: ['Bei uns'] }] } };

let asked;

before(() => pretendBrowser());

function answers(body, status = 200) {
  asked = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address).split('kreislaufstadt/')[1]);
    return { ok: status === 200, status, json: async () => body };
  };
}

async function unfolded(node) {
  node.open = true;
  node.dispatchEvent(new Event('toggle'));
  await settled();
}

test('a form without guidance has no empty box', () => {
  assert.equal(guidePanel([]), null);
  assert.equal(guidePanel(undefined), null);
  assert.equal(contextPanel({ measureNumber: 'WW-09' }).querySelector('.ks-guide'), null);
});

test('the head of a form names the components of the phase, folded in', () => {
  const guide = contextPanel({ measureNumber: 'WW-09', guidance: [STRATEGY, PRODUCTS] }).querySelector('.ks-guide');
  assert.equal(guide.hasAttribute('open'), false);
  assert.equal(guide.querySelector('summary').textContent, 'Leitfaden: Strategie, Produkte');
  const [first, second] = guide.querySelectorAll('.ks-guide-list > li');
  assert.match(first.textContent, /Woran Starterprojekte ausgewählt werden/);
  assert.match(first.textContent, /Fassung 2, angenommen am 02\.03\.2026 \(Deutscher Städtetag\)/);
  assert.doesNotMatch(second.textContent, /Fassung|: null/);
  assert.match(second.textContent, /eigene Inhalte übernommen \(Stand 04\.05\.2026\)/);
});

test('what a component says is fetched when somebody reads it, once, and never as markup', async () => {
  answers(TEXT);
  const reading = guidePanel([STRATEGY]).querySelector('.ks-guide-reading');
  assert.deepEqual(asked, []);
  await unfolded(reading);
  await unfolded(reading);
  assert.deepEqual(asked, ['guidance/STRATEGY']);
  assert.equal(reading.querySelector('b'), null);
  assert.match(reading.textContent, /<b>Erst<\/b> bauen\./);
  assert.deepEqual([...reading.querySelectorAll('ul li')].map((item) => item.textContent), ['eins', 'zwei']);
  assert.match(reading.textContent, /In Ihrer Stadt gilt \(Stand 04\.05\.2026\)Bei unsBeruht auf Fassung 1\. Quelle: Ratsbeschluss/);
});

test('what cannot be fetched says why, and can be tried again', async () => {
  answers({ message: 'Dazu ist nichts veröffentlicht.' }, 404);
  const reading = guidePanel([STRATEGY]).querySelector('.ks-guide-reading');
  await unfolded(reading);
  assert.match(reading.textContent, /Dazu ist nichts veröffentlicht\./);
  answers(TEXT);
  await unfolded(reading);
  assert.match(reading.textContent, /Auswahl/);
});

test('the page of a measure names the guidance of the phases it goes through', () => {
  const skipped = skippedPhases('WORKSHOPS', ['WORKSHOPS', 'IMPLEMENTATION']);
  assert.deepEqual(skipped, ['KNOWLEDGE', 'STATUS_QUO', 'STARTER_PROJECTS']);
  const guides = guidesByPhase({ KNOWLEDGE: [STRATEGY], WORKSHOPS: [STRATEGY], EVALUATION: [PRODUCTS] }, skipped);
  assert.deepEqual([...guides.querySelectorAll('dt')].map((phase) => phase.textContent), ['Workshops', 'Auswertung']);
  assert.equal(guidesByPhase({}, []), null);
  assert.equal(guidesByPhase(undefined), null);
});
