import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { linkTo, linkToTask, measureOf } from '../src/measures/addresses.mjs';
import { matching } from '../src/measures/list.mjs';
import { phasePicture, phasesAt, phasesInWords } from '../src/measures/phases.mjs';
import { taskEvents } from '../src/measures/sections.mjs';
import { compare } from '../src/measures/versions.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

test('addresses lead to a measure and back', () => {
  assert.equal(measureOf(linkTo('WW-09')), 'WW-09');
  assert.equal(measureOf(linkTo('A&B 1')), 'A&B 1');
  assert.equal(measureOf('#/massnahmen'), null);
  assert.equal(linkToTask('1-2'), '#/?forceDisplayTask=true&task=1-2');
});

test('the search looks at number and title and wants every word', () => {
  const measures = [
    { number: 'WW-09', title: 'Kreislaufstadt' },
    { number: 'WW-10', title: 'Holz im Kreislauf' },
  ];
  assert.deepEqual(matching(measures, 'kreislauf').length, 2);
  assert.deepEqual(matching(measures, 'holz ww').map(({ number }) => number), ['WW-10']);
  assert.deepEqual(matching(measures, ' '), measures);
});

test('the phases before the current one are past, the others to come', () => {
  const statuses = phasesAt('KNOWLEDGE').map(({ status }) => status);
  assert.deepEqual(statuses.slice(0, 5), ['done', 'done', 'done', 'current', 'upcoming']);
  assert.ok(phasesAt('COMPLETED').every(({ status }) => status === 'done'));
  assert.ok(phasesAt('REJECTED').every(({ status }) => status === 'upcoming'));
});

test('phases that the decision leaves out are skipped, the others are named', () => {
  const statuses = phasesAt('WORKSHOPS', ['WORKSHOPS', 'IMPLEMENTATION']).map(({ status }) => status);
  assert.deepEqual(statuses.slice(2, 9), ['done', 'skipped', 'skipped', 'current', 'skipped', 'upcoming', 'upcoming']);
  assert.equal(
    phasesInWords('WORKSHOPS', 'Workshops', ['WORKSHOPS', 'IMPLEMENTATION']),
    'Die Maßnahme steht bei Schritt 6 von 10: Workshops. Es folgen: Umsetzung, Auswertung, Abschluss.',
  );
  assert.match(phasesInWords('UNDER_REVIEW'), /legt der Beschluss fest/);
});

test('the picture of the phases says the same in words', () => {
  assert.equal(phasesInWords('WORKSHOPS'), 'Die Maßnahme steht bei Schritt 6 von 10: Workshops. Danach: Starterprojekte.');
  assert.equal(
    phasesInWords('DEFERRED', 'Zurückgestellt'),
    'Die Maßnahme steht zurzeit außerhalb des Ablaufs: Zurückgestellt.',
  );
  const picture = phasePicture('WORKSHOPS', 'Workshops');
  assert.equal(picture.querySelector('[aria-current=step] .ks-phase-name').textContent, 'Workshops');
});

test('what happened to tasks stands in a table of its own, and nowhere where nothing did', () => {
  const line = { at: '2026-12-01T09:00:00Z', task: 'Vorschlag prüfen', by: 'Leitung', kind: 'EXTENDED', dueBefore: '2026-12-04', due: '2026-12-11' };
  const row = taskEvents([line]).querySelector('tbody tr');
  assert.deepEqual([...row.children].map((cell) => cell.textContent), ['01.12.2026', 'Vorschlag prüfen', 'Frist verlängert bis 11.12.2026, zuvor 04.12.2026', 'Leitung']);
  assert.equal(taskEvents([]), null);
  assert.equal(taskEvents(undefined), null);
});

test('versions are laid side by side and their differences marked', () => {
  const rows = compare([
    { version: 1, fields: [{ label: 'Verantwortlich', value: 'Stadtverwaltung' }, { label: 'Ziel', value: 'x' }] },
    { version: 2, fields: [{ label: 'Verantwortlich', value: 'Wirtschaftsförderung' }, { label: 'Kosten', value: '10.000 €' }, { label: 'Ziel', value: 'x' }] },
  ]);
  assert.deepEqual(
    rows.map(({ label, cells }) => [label, ...cells.map(({ value, differs }) => (differs ? `≠ ${value}` : value))]),
    [
      ['Verantwortlich', 'Stadtverwaltung', '≠ Wirtschaftsförderung'],
      ['Kosten', '', '≠ 10.000 €'],
      ['Ziel', 'x', 'x'],
    ],
  );
});
