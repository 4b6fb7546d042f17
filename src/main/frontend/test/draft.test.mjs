import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { contentOf, sameContent, withDraft } from '../src/form/content.mjs';
import { Draft } from '../src/form/draft.mjs';
import { asText, readable, sideBySide } from '../src/form/readable.mjs';

const COMPONENTS = [
  { type: 'text', id: 'intro', text: 'Bitte ausfüllen' },
  { type: 'textfield', key: 'title', label: 'Titel' },
  { type: 'number', key: 'cost', label: 'Kosten' },
  { type: 'datetime', key: 'due', subtype: 'date', dateLabel: 'Frist' },
  { type: 'select', key: 'kind', label: 'Art', values: [{ value: 'A', label: 'Erste Art' }] },
  { type: 'textfield', key: 'number', label: 'Nummer', readonly: true },
  { type: 'group', label: 'Block', components: [{ type: 'checkbox', key: 'agreed', label: 'Einverstanden' }] },
  { type: 'group', path: 'contact', label: 'Kontakt', components: [{ type: 'textfield', key: 'mail', label: 'E-Mail' }] },
  {
    type: 'dynamiclist',
    path: 'people',
    label: 'Personen',
    components: [
      { type: 'textfield', key: 'id', label: 'Kennung', readonly: true },
      { type: 'checklist', key: 'roles', label: 'Rollen', valuesKey: 'roleOptions' },
    ],
  },
];
const CHOICES = { roleOptions: [{ value: 'X', label: 'Gast' }] };

test('a draft holds the fields of the form, with rows whole and read-only fields left to what is known', () => {
  const data = {
    title: 'T',
    number: 'WW-01',
    agreed: true,
    contact: { mail: '' },
    people: [{ id: '7', roles: ['X'], foreign: 1 }],
    roleOptions: CHOICES.roleOptions,
    cost: null,
  };

  assert.deepEqual(contentOf(COMPONENTS, data), { title: 'T', agreed: true, people: [{ id: '7', roles: ['X'] }] });
});

test('a draft laid over known data keeps choices and read-only fields and clears what was cleared', () => {
  const known = { title: 'alt', cost: 3, number: 'WW-02', contact: { mail: 'a@b' }, ...CHOICES };

  const data = withDraft(COMPONENTS, known, { title: 'neu', contact: { mail: 'c@d' } });

  assert.equal(data.title, 'neu');
  assert.equal('cost' in data, false);
  assert.equal(data.number, 'WW-02');
  assert.deepEqual(data.contact, { mail: 'c@d' });
  assert.deepEqual(data.roleOptions, CHOICES.roleOptions);
  assert.equal(known.title, 'alt');
});

test('the order of keys, which the database changes, makes no difference', () => {
  assert.ok(sameContent({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }));
  assert.ok(!sameContent({ rows: [1, 2] }, { rows: [2, 1] }));
});

test('content is read in the words of the form', () => {
  const lines = readable(
    COMPONENTS,
    { title: 'T', cost: 0.5, due: '2026-03-01', kind: 'A', agreed: true, contact: { mail: 'a@b' }, people: [{ roles: ['X'] }] },
    CHOICES,
  );

  assert.deepEqual(lines, [
    { label: 'Titel', words: 'T' },
    { label: 'Kosten', words: '0,5' },
    { label: 'Frist', words: '01.03.2026' },
    { label: 'Art', words: 'Erste Art' },
    { label: 'Einverstanden', words: 'ja' },
    { label: 'Kontakt, E-Mail', words: 'a@b' },
    { label: 'Personen Eintrag 1, Rollen', words: 'Gast' },
  ]);
  assert.match(asText(lines, 'Kopf'), /^Kopf\n\nTitel: T\nKosten: 0,5\n/);
});

test('two contents side by side show what differs', () => {
  const rows = sideBySide(
    [
      { label: 'Titel', words: 'T' },
      { label: 'Art', words: 'A' },
    ],
    [
      { label: 'Titel', words: 'T' },
      { label: 'Kosten', words: '5' },
    ],
  );

  assert.deepEqual(rows, [
    { label: 'Titel', left: 'T', right: 'T', differs: false },
    { label: 'Art', left: 'A', right: '', differs: true },
    { label: 'Kosten', left: '', right: '5', differs: true },
  ]);
});

function draftWith(answers, kept = null) {
  const timers = { setTimeout: (work) => ((timers.work = work), 1), clearTimeout: () => (timers.work = null) };
  const states = [];
  const server = { save: mock.fn(() => answers.shift()()), discard: mock.fn(async () => {}) };
  const draft = new Draft(server, { title: 'bekannt' }, kept, ({ state }) => states.push(state), timers);
  return { draft, server, states, pause: () => timers.work?.() };
}

const saved = (version) => async () => ({ version, savedAt: '2026-03-01T10:00:00Z', data: {} });
const refused = (status, body) => () => Promise.reject(Object.assign(new Error(), { status, body }));

test('what is typed is saved after a pause, once, with the version that was seen', async () => {
  const { draft, server, states, pause } = draftWith([saved(5), saved(6)]);

  draft.typed({ title: 'bekannt' });
  assert.deepEqual(states, []);
  draft.typed({ title: 'e' });
  draft.typed({ title: 'ei' });
  assert.equal(draft.unsaved, true);
  await pause();
  assert.equal(draft.unsaved, false);
  draft.typed({ title: 'ein' });
  await pause();

  assert.deepEqual(
    server.save.mock.calls.map(({ arguments: [body] }) => body),
    [
      { version: 0, data: { title: 'ei' } },
      { version: 5, data: { title: 'ein' } },
    ],
  );
  assert.equal(states.at(-1), 'saved');
});

test('what is typed while a save is on its way is saved afterwards', async () => {
  let answer;
  const { draft, server } = draftWith([() => new Promise((resolve) => (answer = resolve)), saved(8)]);
  draft.typed({ title: 'a' });
  const running = draft.save();
  draft.typed({ title: 'ab' });
  draft.save();
  answer({ version: 7, savedAt: '2026-03-01T10:00:00Z' });
  await running;
  await new Promise((resolve) => setImmediate(resolve));

  assert.deepEqual(server.save.mock.calls[1].arguments[0], { version: 7, data: { title: 'ab' } });
});

test('a failed save is tried again and counts as unsaved until then', async () => {
  const { draft, pause } = draftWith([refused(503, null), saved(2)]);
  draft.typed({ title: 'x' });
  await pause();
  assert.equal(draft.state, 'failed');
  assert.equal(draft.unsaved, true);
  await pause();
  assert.equal(draft.state, 'saved');
});

test('after a change in another window nothing is saved until the person has decided', async () => {
  const other = { version: 9, data: { title: 'dort' }, savedAt: '2026-03-01T10:00:00Z' };
  const { draft, server, pause } = draftWith([refused(409, { saved: other }), saved(10)], { version: 3, data: { title: 'hier' } });
  draft.typed({ title: 'hier!' });
  await pause();
  assert.equal(draft.state, 'conflict');
  draft.typed({ title: 'hier!!' });
  assert.equal(server.save.mock.callCount(), 1);

  await draft.keepMine();

  assert.deepEqual(server.save.mock.calls[1].arguments[0], { version: 9, data: { title: 'hier!!' } });
  assert.equal(draft.state, 'saved');
});

test('the other window may count as well, also where it has discarded the draft', async () => {
  const one = draftWith([refused(409, { saved: { version: 9, data: { title: 'dort' }, savedAt: 'x' } })], { version: 3, data: {} });
  one.draft.typed({ title: 'hier' });
  await one.pause();
  assert.deepEqual(one.draft.takeOther(), { title: 'dort' });
  assert.equal(one.draft.version, 9);

  const two = draftWith([refused(409, { saved: null })], { version: 3, data: {} });
  two.draft.typed({ title: 'hier' });
  await two.pause();
  assert.deepEqual(two.draft.takeOther(), { title: 'bekannt' });
  assert.equal(two.draft.state, 'none');
});

test('a discarded draft can be brought back', async () => {
  const { draft, server } = draftWith([saved(12)], { version: 11, data: { title: 'halb' }, savedAt: 'x' });

  assert.equal(await draft.discard(), true);
  assert.equal(draft.state, 'discarded');
  assert.equal(server.discard.mock.calls[0].arguments[0], 11);
  assert.deepEqual(draft.undo(), { title: 'halb' });
  await draft.running;

  assert.deepEqual(server.save.mock.calls[0].arguments[0], { version: 0, data: { title: 'halb' } });
});

test('somebody who was overtaken keeps even what was prefilled', async () => {
  const ended = { by: 'Leitung', at: '2026-03-01T10:00:00Z' };
  const { draft, server } = draftWith([async () => ({ version: 1, savedAt: 'x', ended })]);

  await draft.keep();

  assert.deepEqual(server.save.mock.calls[0].arguments[0], { version: 0, data: { title: 'bekannt' } });
  assert.equal(draft.state, 'ended');
});

test('after the form was submitted nothing is saved, and a save on its way is taken back', async () => {
  let answer;
  const { draft, server } = draftWith([() => new Promise((resolve) => (answer = resolve))]);
  draft.typed({ title: 'a' });
  draft.save();
  draft.typed({ title: 'ab' });
  const done = draft.done();
  answer({ version: 4, savedAt: '2026-03-01T10:00:00Z' });
  await done;
  await draft.leave();

  assert.equal(server.save.mock.callCount(), 1);
  assert.deepEqual(server.discard.mock.calls[0].arguments, [4]);
  assert.equal(draft.unsaved, false);
});
