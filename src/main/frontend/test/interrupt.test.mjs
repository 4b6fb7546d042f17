import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

let INTERRUPTIONS;
let departments;
let pastInterruptions;
let stateNote;
let card;
let contextPanel;
let asked;
let now;

const TASKS = [
  { name: 'Bestandsaufnahme beantworten', department: 'Umweltamt', held: false, promised: false, ofLead: false },
  { name: 'Bestandsaufnahme beantworten', department: 'Umweltamt', held: true, promised: false, ofLead: false },
  { name: 'Rückmeldungen klären', department: 'WFM', due: '2026-12-04', held: true, promised: true, ofLead: true },
];

before(async () => {
  pretendBrowser();
  ({ INTERRUPTIONS, departments, pastInterruptions } = await import('../src/cockpit/steer/interrupt.mjs'));
  ({ stateNote } = await import('../src/measures/state.mjs'));
  ({ card } = await import('../src/glance/cards.mjs'));
  ({ contextPanel } = await import('../src/form/context.mjs'));
});

beforeEach(() => {
  document.body.replaceChildren();
  asked = [];
  now = {
    state: 'STATUS_QUO',
    stateLabel: 'Status-quo-Erhebung',
    leadLabel: 'WFM',
    may: ['PAUSE', 'CHANGE_LEAD', 'MERGE', 'CANCEL'],
    tasks: TASKS,
    timers: 2,
    workshops: ['Zweiter Workshop'],
    conditions: [],
    leads: [{ value: 'planung', label: 'Stadtplanungsamt' }],
    measures: [{ value: 'WW-12', label: 'WW-12 Andere' }],
    past: [],
  };
  globalThis.fetch = async (path, { method = 'GET', body }) => {
    const change = method === 'POST';
    if (change) {
      asked.push([path.split('/').at(-1), JSON.parse(body)]);
    }
    const report = { done: { kind: 'CANCELLED', tasks: 3, timers: 0 }, tasks: TASKS };
    return { ok: true, status: 200, json: async () => (change ? report : now) };
  };
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const measure = () => ({ number: 'WW-09', state: 'STATUS_QUO' });
const action = (key) => INTERRUPTIONS.find((one) => one.key === key);

async function opened(key, about = measure()) {
  const said = [];
  await action(key).open(about, {}, (message) => said.push(message));
  return { dialog: document.querySelector('dialog'), said };
}

async function sent(dialog) {
  dialog.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  await settled();
}

test('what is offered is what the server says can be done now', () => {
  const offered = (...may) => INTERRUPTIONS.filter(({ holds }) => holds({ may })).map(({ key }) => key);
  assert.deepEqual(offered('CANCEL', 'PAUSE', 'CHANGE_LEAD', 'MERGE'), ['pause', 'changeLead', 'merge', 'cancel']);
  assert.deepEqual(offered('RESUME', 'CANCEL'), ['resume', 'cancel']);
  assert.deepEqual(offered(), []);
});

test('the dialog says before what will happen to how many tasks of which departments', async () => {
  const { dialog } = await opened('pause');
  assert.match(dialog.textContent, /Offene Aufgaben, die ruhen: 3, bei Umweltamt \(2\), WFM \(1\)/);
  assert.match(dialog.textContent, /verschieben sich nicht: Zweiter Workshop/);
  assert.match(dialog.textContent, /Wird mit dem Stand der Maßnahme veröffentlicht/);
  assert.equal(departments(TASKS), 'Umweltamt (2), WFM (1)');
});

test('who merges reads which conditions end, and that they do not move; who cancels, that they end', async () => {
  now.conditions = ['Nach einem Jahr wird berichtet.', 'Erst die kleine Halle.'];
  const merging = await opened('merge');
  assert.match(merging.dialog.textContent, /hinfällig werden: Nach einem Jahr wird berichtet.; Erst die kleine Halle./);
  assert.match(merging.dialog.textContent, /gehen nicht auf die andere Maßnahme über/);

  document.body.replaceChildren();
  const cancelling = await opened('cancel');
  assert.match(cancelling.dialog.textContent, /hinfällig werden: Nach einem Jahr/);
  assert.doesNotMatch(cancelling.dialog.textContent, /andere Maßnahme/);

  document.body.replaceChildren();
  now.conditions = [];
  const without = await opened('merge');
  assert.doesNotMatch(without.dialog.textContent, /Auflagen/);
});

test('a change of lead names the tasks that go and those that are released', async () => {
  const { dialog } = await opened('changeLead');
  assert.match(dialog.textContent, /gehen zur neuen Federführung: Rückmeldungen klären \(04.12.2026\)/);
  assert.match(dialog.textContent, /Davon hat jemand übernommen: 1/);
});

test('nothing is cancelled before somebody has confirmed that it is for good', async () => {
  const about = measure();
  const { dialog, said } = await opened('cancel', about);
  dialog.querySelector('textarea').value = 'Kein Geld.';
  await sent(dialog);
  assert.match(dialog.textContent, /Bitte bestätigen Sie das/);
  assert.deepEqual(asked, []);

  dialog.querySelector('input[type=checkbox]').checked = true;
  now = { ...now, state: 'CANCELLED', stateLabel: 'Abgebrochen' };
  await sent(dialog);
  assert.deepEqual(asked, [['cancel', { reason: 'Kein Geld.' }]]);
  assert.deepEqual(said, ['Die Maßnahme WW-09 ist abgebrochen. Betroffene Aufgaben: 3, bei Umweltamt (2), WFM (1).']);
  assert.equal(about.state, 'CANCELLED');
});

test('who comes second is told where the measure stands, and gets no dialog', async () => {
  now = { ...now, state: 'PAUSED', stateLabel: 'Ruht', may: ['RESUME'] };
  const { dialog, said } = await opened('pause');
  assert.equal(dialog, null);
  assert.match(said[0], /inzwischen eingegriffen.*Ruht/);
});

test('what was done so far stands in a table, and says by how much deadlines have moved', () => {
  assert.equal(pastInterruptions([]), null);
  const past = [
    { id: 'b', kind: 'RESUMED', by: 'Leitung', at: '2026-11-23T08:00:00Z', workingDays: 12, tasks: 3, timers: 1 },
    { id: 'a', kind: 'LEAD_CHANGED', by: 'Leitung', at: '2026-11-01T08:00:00Z', leadBefore: 'A', leadAfter: 'B', tasks: 1, timers: 0, reason: '<b>' },
  ];
  const section = pastInterruptions(past);
  assert.match(section.textContent, /um Arbeitstage verschoben: 12. Verschobene Termine: 1/);
  assert.match(section.textContent, /Federführung gewechselt von A zu B/);
  assert.match(section.textContent, /<b>/);
});

test('whoever has a task sees that its measure rests, since when and why', () => {
  const note = stateNote({ state: 'PAUSED', stateLabel: 'Ruht', stateSince: '2026-11-02', stateReason: 'Stelle frei <i>' });
  assert.match(note.textContent, /Ruht seit 02.11.2026: Stelle frei <i>/);
  assert.match(note.textContent, /Fristen stehen so lange still/);
  assert.equal(stateNote({ state: 'KNOWLEDGE' }), null);
  assert.match(card({ measureNumber: 'WW-09', phase: 'Ruht', paused: true }).textContent, /Maßnahme ruht/);
  const form = contextPanel({ measureNumber: 'WW-09', paused: { since: '2026-11-02', reason: 'Stelle frei' } });
  assert.match(form.querySelector('.ks-paused').textContent, /ruht seit 02.11.2026: Stelle frei/);
});

test('a measure that was merged leads to the one it goes on in, and that one back', () => {
  const gone = stateNote({
    state: 'MERGED',
    stateLabel: 'Zusammengeführt',
    stateSince: '2026-11-02',
    stateReason: 'Dasselbe Ziel',
    mergedInto: { number: 'WW-12', title: 'Andere' },
  });
  assert.equal(gone.querySelector('a').getAttribute('href'), '#/massnahmen?nummer=WW-12');
  const target = stateNote({ state: 'KNOWLEDGE', mergedFrom: [{ number: 'WW-09', title: 'Eine' }] });
  assert.match(target.textContent, /Hierin aufgegangen: WW-09 Eine/);
});
