import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { show } from '../src/joint/page.mjs';
import { showWorkshop } from '../src/joint/workshop.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const LINE = { id: 'a1', title: 'Lager für drei Städte', organiser: 'Münster', own: false, date: '2026-09-10', stage: 'RELEASED', stageLabel: 'Protokoll freigegeben', tasks: 1 };
const TASK = { kind: 'Aufgabe', text: 'Lagerflächen melden', responsible: 'Bauamt', city: 'Partnerkommune 07', ours: true, due: '2026-12-01' };
const PAGE = { workshop: LINE, begin: '10:00:00', end: '16:00:00', place: 'Rathaus', aim: 'Gemeinsam lagern', cities: ['Münster', 'Partnerkommune 07'], agenda: [{ title: 'Flächen', minutes: 60, goal: null, entries: [TASK, { kind: 'Feststellung', text: 'Es fehlt an Platz.', responsible: null, city: null, ours: false, due: null }] }], summary: 'Zwei Lager genügen.', releasedOn: '2026-10-01', edition: 1, counts: [{ group: 'Wirtschaft', invited: 10, accepted: 9, attended: 8 }] };

before(() => pretendBrowser());

function answers(body, status = 200) {
  globalThis.fetch = async () => ({ ok: status === 200, status, json: async () => body });
}

async function workshop(changes) {
  answers({ ...PAGE, ...changes });
  const page = document.createElement('main');
  await showWorkshop(page, 'a1', () => {});
  return page;
}

test('the list names who invites, the day, the state and how many tasks are for the own city', async () => {
  answers({ workshops: [LINE, { ...LINE, id: 'a2', own: true, organiser: 'Partnerkommune 07', tasks: 0 }] });
  const page = document.createElement('main');
  await show(page);
  assert.match(page.textContent, /Lager für drei StädteMünsterDo, 10\.09\.2026Protokoll freigegeben1/);
  assert.match(page.textContent, /Partnerkommune 07 \(wir\)/);
  answers({ workshops: [] });
  await show(page);
  assert.match(page.textContent, /Es gibt noch keinen gemeinsamen Workshop/);
});

test('released minutes show the tasks of the own city first', async () => {
  const page = await workshop({});
  assert.match(page.querySelector('.ks-joint-tasks').textContent, /Aufgaben für Ihre KommuneLagerflächen melden \(verantwortlich: Bauamt, bis Di, 01\.12\.2026\)/);
  assert.match(page.textContent, /10\.09\.2026, 10:00 bis 16:00 Uhr/);
  assert.match(page.textContent, /Feststellung: Es fehlt an Platz\./);
  assert.match(page.textContent, /Wirtschaft1098/);
  assert.doesNotMatch(page.textContent, /Fassung/);
  assert.match((await workshop({ edition: 2 })).textContent, /01\.10\.2026, 2\. Fassung/);
});

test('before the release there is the agenda and word that the minutes will follow', async () => {
  const announced = { workshop: { ...LINE, stage: 'ANNOUNCED', stageLabel: 'Angekündigt', tasks: 0 }, summary: null, releasedOn: null, edition: 0, counts: [], place: null, agenda: [{ ...PAGE.agenda[0], entries: [] }] };
  const page = await workshop(announced);
  assert.match(page.textContent, /Tagesordnung/);
  assert.match(page.textContent, /Das Protokoll steht hier, sobald/);
  assert.match(page.textContent, /Online; den Link haben die Eingeladenen/);
  assert.equal(page.querySelector('.ks-joint-tasks'), null);
  assert.match((await workshop({ ...announced, workshop: { ...LINE, stage: 'CANCELLED' } })).textContent, /Dieser Workshop fällt aus\./);
});

test('what is not shared is refused in the words of the server', async () => {
  answers({ message: 'Ihre Kommune nimmt nicht daran teil.' }, 404);
  const page = document.createElement('main');
  await showWorkshop(page, 'zz', () => {});
  assert.match(page.querySelector('[role=alert]').textContent, /nimmt nicht daran teil/);
});
