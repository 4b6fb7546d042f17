import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { hasText } from '../src/messages/index.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

let show;
let actions;
let batches;
let answers;
let asked;

before(async () => {
  pretendBrowser();
  HTMLElement.prototype.showModal ??= function showModal() {
    this.setAttribute('open', '');
  };
  actions = await import('../src/cockpit/steer/actions.mjs');
  batches = await import('../src/cockpit/steer/batches.mjs');
  ({ show } = await import('../src/cockpit/steer/panel.mjs'));
});

beforeEach(() => {
  document.body.replaceChildren();
  asked = [];
  answers = {};
  globalThis.fetch = async (path, { method = 'GET', body } = {}) => {
    const key = Object.keys(answers).find((end) => path.endsWith(end));
    asked.push({ method, path: path.replace(/^.*kreislaufstadt\//, ''), body: body && JSON.parse(body) });
    const [status, answer] = answers[key] ?? [204, null];
    return { ok: status < 300, status, json: async () => answer };
  };
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const TASK = {
  id: 't1',
  name: 'Vorschlag prüfen',
  department: 'Stabsstelle Klima',
  departmentKey: 'klima',
  ofHeads: false,
  holder: 'Ada',
  due: '2020-01-01',
  paused: false,
  asked: false,
  skippable: false,
  earlier: [{ value: 'rework-proposal', label: 'Vorschlag überarbeiten' }],
};
const JOB = { id: 'j1', process: 'Lebenslauf einer Maßnahme', step: 'Austausch fällig', cause: 'MAIL_SERVER', givenUp: true, since: '2026-01-01T10:00:00Z' };
const VIEW = {
  number: 'WW-09',
  state: 'KNOWLEDGE',
  maySteer: true,
  tasks: [TASK],
  jobs: [JOB],
  people: [
    { value: 'ada', label: 'Ada', departments: ['klima'], heads: [] },
    { value: 'bo', label: 'Bo', departments: ['klima'], heads: [] },
    { value: 'cy', label: 'Cy', departments: ['umwelt'], heads: ['umwelt'] },
  ],
  departments: [
    { value: 'klima', label: 'Stabsstelle Klima' },
    { value: 'umwelt', label: 'Umweltamt' },
  ],
};

async function opened(view = VIEW, may = []) {
  answers['steering/measures/WW-09'] = [200, view];
  answers['measures/WW-09/steering'] = [200, { may, past: [] }];
  const panel = document.body.appendChild(document.createElement('div'));
  await show(panel, { number: 'WW-09' });
  return panel;
}

const names = (panel) => [...panel.querySelectorAll('button')].map((button) => button.textContent);

test('every action has its words', () => {
  const all = [...actions.TASK_ACTIONS, ...actions.JOB_ACTIONS, ...actions.MEASURE_ACTIONS, ...actions.BATCH_ACTIONS];
  assert.ok(all.every(({ key }) => hasText(`steer.${key}`)));
  assert.ok(['MAIL_SERVER', 'DATABASE', 'RULE', 'UNKNOWN'].every((cause) => hasText(`steer.cause.${cause}`) && hasText(`steer.cause.${cause}.help`)));
});

test('the tab offers what the task allows, with its name for those who do not see the row', async () => {
  const panel = await opened();

  assert.deepEqual(names(panel), ['Erneut versuchen', 'Zuweisen', 'Verlängern', 'Zurückstellen', 'Schritt wiederholen']);
  assert.equal(panel.querySelectorAll('button')[1].getAttribute('aria-label'), 'Zuweisen: Vorschlag prüfen');
  assert.match(panel.textContent, /Mailserver/);
  assert.match(panel.textContent, /überfällig/);
});

test('who only looks has no buttons and is told who may', async () => {
  const panel = await opened({ ...VIEW, maySteer: false });

  assert.deepEqual(names(panel), []);
  assert.match(panel.textContent, /Eingreifen können/);
});

test('with the measure as a whole can be done what the server says, and where nothing can the tab says why', async () => {
  const without = { ...VIEW, jobs: [], tasks: [] };
  assert.deepEqual(names(await opened(without, ['RESUME', 'CANCEL'])), ['Fortsetzen', 'Abbrechen']);
  assert.match((await opened(without)).textContent, /läuft zurzeit kein Ablauf/);
  assert.match((await opened({ ...without, state: 'MERGED' })).textContent, /Diese Maßnahme ist beendet/);
});

test('while a measure is paused or a question is open, nothing is offered that would be refused', async () => {
  assert.deepEqual(names(await opened({ ...VIEW, jobs: [], tasks: [{ ...TASK, paused: true }] })), []);
  assert.deepEqual(names(await opened({ ...VIEW, jobs: [], tasks: [{ ...TASK, asked: true }] })), ['Verlängern']);
});

test('a task goes to a person of its department, not to who has it; a refusal stands at its field', async () => {
  const panel = await opened();
  panel.querySelectorAll('button')[1].click();
  const dialog = document.querySelector('dialog');
  const person = dialog.querySelectorAll('select')[0];
  assert.deepEqual([...person.options].map(({ value }) => value), ['', 'bo']);
  answers['steering/REASSIGN/t1'] = [400, { errors: [{ field: 'colleague', message: 'Bitte wählen Sie eine Person' }] }];

  dialog.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();

  assert.equal(asked.at(-1).path, 'steering/REASSIGN/t1');
  assert.match(dialog.querySelector('.ks-field-error:not([hidden])').textContent, /Bitte wählen Sie eine Person/);
});

test('a job is tried again and the tab is drawn anew', async () => {
  const panel = await opened();
  panel.querySelectorAll('button')[0].click();
  answers['steering/measures/WW-09'] = [200, { ...VIEW, jobs: [] }];

  document.querySelector('dialog form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  await settled();

  assert.ok(asked.some(({ method, path }) => method === 'POST' && path === 'steering/RETRY/j1'));
  assert.match(panel.textContent, /Nichts ist gestört/);
  assert.match(document.querySelector('.ks-done').textContent, /gleich noch einmal/);
});

test('progress is a bar and words', () => {
  const node = batches.progress({ total: 4, done: 1, refused: 1, leftOut: 0, open: 2 }, 'Zuweisen');
  const bar = node.querySelector('[role=progressbar]');

  assert.equal(bar.getAttribute('aria-valuenow'), '2');
  assert.equal(bar.getAttribute('aria-label'), 'Zuweisen');
  assert.match(node.textContent, /1 von 4 erledigt, 1 nicht möglich, 2 stehen noch aus/);
});

test('a batch asks for what its intervention needs, and for nothing else', async () => {
  let looked = 0;
  const form = batches.orderForm(VIEW.departments, async () => (looked += 1), 'WW-01, WW-02');
  document.body.append(form);
  const [kind] = form.querySelectorAll('select');
  kind.value = 'EXTEND';
  kind.dispatchEvent(new Event('change'));
  form.querySelector('textarea').value = 'Gutachten fehlt';
  answers['steering/batches'] = [201, { id: 'b1' }];

  form.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();

  const order = asked.at(-1).body;
  assert.deepEqual(order.measures, ['WW-01', 'WW-02']);
  assert.deepEqual(Object.keys(order.wish), ['date', 'reason']);
  assert.equal(looked, 1);
});

test('a trial says what would become of each measure and begins nothing', async () => {
  let looked = 0;
  const form = batches.orderForm([], async () => (looked += 1), 'WW-01, WW-02');
  answers['steering/batches/trial'] = [200, [{ number: 'WW-01', state: 'POSSIBLE', why: 'Nichts gefunden.' }, { number: 'WW-02', state: 'REFUSED', why: 'Noch nicht beschlossen.' }]];
  document.body.append(form);
  form.querySelector('select').value = 'PUBLISH';
  [...form.querySelectorAll('button')].find(({ textContent }) => textContent === 'Erst prüfen').click();
  await settled();
  assert.deepEqual(asked.map(({ method, path }) => `${method} ${path}`), ['POST steering/batches/trial']);
  assert.equal(looked, 0);
  assert.match(form.querySelector('[role=status]').textContent, /^1 von 2 möglich\. Noch ist nichts geschehen\./);
  assert.match(form.querySelector('[role=status] tbody').textContent, /WW-02–nicht möglichNoch nicht beschlossen\./);
});

test('the page of batches shows those that are there and takes the clock with it when it is left', async () => {
  const run = { id: 'b1', kind: 'REASSIGN', begunBy: 'Ada', begunAt: '2026-01-01T10:00:00Z', total: 2, done: 1, refused: 0, leftOut: 0, open: 1, mayCancel: true };
  answers['steering/batches'] = [200, { mayBegin: false, departments: [], batches: [run] }];
  const page = document.body.appendChild(document.createElement('main'));

  const leave = await batches.show(page);

  assert.equal(page.querySelector('form'), null);
  assert.deepEqual(names(page), ['Bericht zeigen', 'Rest abbrechen']);
  assert.match(page.querySelector('td').textContent, /^01\.01\.2026, 11:00/, 'two of one day are told apart, in the city\'s time');
  assert.match(page.querySelector('a[download]').getAttribute('href'), /steering\/batches\/b1\/report$/);
  leave();
});

test('measures that are ticked lead to a batch, whoever may not step in has no boxes', async () => {
  const { selection } = await import('../src/cockpit/steer/selection.mjs');
  const { tick, node } = selection(true);
  const link = node.querySelector('a');
  assert.equal(link.hidden, true);

  for (const number of ['WW-01', 'BE-02']) {
    const box = tick(number);
    box.checked = true;
    box.dispatchEvent(new Event('change'));
  }

  assert.equal(link.getAttribute('href'), '#/eingriffe?massnahmen=WW-01%2CBE-02');
  assert.match(link.textContent, /\(2\)/);
  assert.equal(tick('WW-01').hasAttribute('checked'), true);
  assert.equal(selection(false).tick, null);
});
