import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

let possible;
let dayAhead;
let happened;
let TaskHead;
let ask;
let fields;
let say;
let asked;
let answers;

before(async () => {
  pretendBrowser();
  ({ possible } = await import('../src/actions/bar.mjs'));
  ({ dayAhead } = await import('../src/actions/dialogs.mjs'));
  ({ happened } = await import('../src/actions/history.mjs'));
  ({ TaskHead } = await import('../src/actions/head.mjs'));
  ({ ask } = await import('../src/actions/dialog.mjs'));
  ({ say } = await import('../src/actions/done.mjs'));
  fields = await import('../src/actions/fields.mjs');
});

beforeEach(() => {
  asked = [];
  answers = {};
  globalThis.fetch = async (path, { method = 'GET', body }) => {
    const action = path.split('/').at(-1);
    asked.push({ method, action, body: body && JSON.parse(body) });
    const [status, answer] = answers[action] ?? [200, {}];
    return { ok: status === 200, status, json: async () => answer };
  };
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the buttons are what the server allows, in one order', () => {
  const labels = (...may) => possible({ may }).map(({ label }) => label.split('.')[1]);
  assert.deepEqual(labels('RELEASE', 'ASK', 'HAND_OVER', 'FOLLOW_UP'), ['followUp', 'handOver', 'question', 'giveBack']);
  assert.deepEqual(labels('EXTEND', 'WITHDRAW'), ['withdraw', 'extend']);
  assert.deepEqual(labels('WITHDRAW'), ['withdraw']);
  assert.deepEqual(labels('ANSWER'), []);
});

test('days ahead are counted in the calendar of the person', () => {
  assert.equal(dayAhead(1, new Date(2026, 11, 31, 23, 30)), '2027-01-01');
  assert.equal(dayAhead(7, new Date(2026, 2, 27, 0, 30)), '2026-04-03');
});

test('what happened is said in words', () => {
  const line = { fromDepartment: 'Stabsstelle Klima', toDepartment: 'Umweltamt', givenTo: 'Leitung', heldBy: 'Sachbearbeitung', followUp: '2026-12-01' };
  assert.equal(happened({ kind: 'HANDED_OVER', ...line }), 'weitergegeben von Stabsstelle Klima an Umweltamt');
  assert.equal(happened({ kind: 'ASSIGNED', ...line }), 'weitergegeben an Leitung');
  assert.equal(happened({ kind: 'ASKED', ...line, givenTo: null }), 'Rückfrage an Umweltamt');
  assert.equal(happened({ kind: 'FOLLOW_UP', ...line }), 'Wiedervorlage am 01.12.2026');
  assert.equal(happened({ kind: 'EXTENDED', ...line, dueBefore: '2026-12-04', due: '2026-12-11' }), 'Frist verlängert bis 11.12.2026, zuvor 04.12.2026');
  assert.equal(happened({ kind: 'ASSIGNED', ...line, due: '2026-12-11' }), 'weitergegeben an Leitung; Frist 11.12.2026');
  assert.equal(
    happened({ kind: 'RELEASED', ...line, heldBy: undefined, toDepartment: 'Umweltamt', due: '2026-12-11' }),
    'zurückgegeben an Umweltamt; Frist 11.12.2026',
  );
  for (const kind of ['RETURNED', 'RELEASED', 'ANSWERED', 'WITHDRAWN', 'UNDONE', 'FOLLOW_UP_ENDED']) {
    assert.ok(happened({ kind, ...line }), kind);
  }
});

const question = { open: true, asked: { by: 'Klima', fromDepartment: 'Stabsstelle', givenTo: 'Umwelt', at: '2026-11-20T10:00:00Z', reason: 'Welche <b>?' } };

async function head(place, filled = () => ({ a: 1 })) {
  answers.place = [200, place];
  const shown = new TaskHead('t1', { filled, refuse() {}, sending() {}, failed() {} });
  await shown.load();
  return shown;
}

test('the head says where the task came from, what was asked, and reads no markup', async () => {
  const { node } = await head({
    cameFrom: { fromDepartment: 'Umweltamt', at: '2026-11-19T10:00:00Z', reason: 'Nicht zuständig' },
    followUp: '2026-12-01',
    question,
    may: ['WITHDRAW'],
  });
  assert.match(node.textContent, /Weitergegeben von Umweltamt am 19.11.2026Nicht zuständig/);
  assert.match(node.textContent, /Wiedervorlage am 01.12.2026/);
  assert.match(node.textContent, /Rückfrage bei Umwelt seit 20.11.2026Welche <b>\?/);
  assert.equal(node.querySelector('form'), null);
  assert.ok(node.classList.contains('ks-question-waiting'));
});

test('an answered question stands there with its answer', async () => {
  const { node } = await head({
    question: { open: false, asked: question.asked, answer: { by: 'Umwelt', at: '2026-11-21T10:00:00Z', reason: 'Die Aa' } },
    may: [],
  });
  assert.match(node.textContent, /Antwort von Umwelt am 21.11.2026Die AaGefragt war: Welche/);
  assert.ok(!node.classList.contains('ks-question-open'));
});

async function answered(shown, text) {
  shown.node.querySelector('textarea').value = text;
  shown.node.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  await settled();
}

test('an answer goes without the form unless something was filled', async () => {
  const shown = await head({ question, may: ['ANSWER'] });
  await answered(shown, 'Die Aa');
  assert.deepEqual(asked.at(-1), { method: 'POST', action: 'answer', body: { answer: 'Die Aa', data: null } });

  const filled = await head({ question, may: ['ANSWER'] });
  filled.touched();
  await answered(filled, 'Siehe Formular');
  assert.deepEqual(asked.at(-1).body, { answer: 'Siehe Formular', data: { a: 1 } });
});

test('a form with problems is not sent, and a refused answer is shown at its field', async () => {
  const shown = await head({ question, may: ['ANSWER'] }, () => null);
  shown.touched();
  await answered(shown, 'x');
  assert.equal(asked.at(-1).action, 'place');

  const refused = await head({ question, may: ['ANSWER'] });
  answers.answer = [400, { errors: [{ field: 'answer', message: 'Bitte ausfüllen.' }] }];
  await answered(refused, '');
  assert.match(refused.node.querySelector('.ks-field-error').textContent, /Bitte ausfüllen/);
  assert.equal(refused.node.querySelector('textarea').getAttribute('aria-invalid'), 'true');
});

test('a dialog shows what is refused at its field and closes when it is accepted', async () => {
  const reason = fields.textArea('reason', 'Grund', { required: true });
  let accept = false;
  const dialog = ask({
    title: 'Weitergeben',
    intro: null,
    fields: [reason],
    accept: 'Weitergeben',
    send: async () => {
      if (!accept) {
        throw Object.assign(new Error(), { body: { errors: [{ field: 'reason', message: 'Fehlt.' }] } });
      }
    },
  });
  const submit = () => dialog.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  submit();
  await settled();
  assert.equal(reason.node.querySelector('.ks-field-error').textContent, 'Fehlt.');
  assert.ok(document.body.contains(dialog));
  accept = true;
  submit();
  await settled();
  assert.ok(!dialog.open);
});

test('what was done can be taken back once', async () => {
  let undone = 0;
  say('Weitergegeben an: Umweltamt.', async () => (undone += 1));
  const region = document.querySelector('.ks-done');
  assert.equal(region.getAttribute('role'), 'status');
  region.querySelector('button').click();
  await settled();
  assert.equal(undone, 1);
  assert.match(region.textContent, /Rückgängig gemacht/);
});
