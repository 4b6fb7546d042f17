import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { loadBundled, pretendBrowser } from '../tools/browser.mjs';

const SCHEMA = {
  type: 'default',
  id: 'trial',
  schemaVersion: 19,
  components: [
    { type: 'textfield', id: 'title', key: 'title', label: 'Titel', validate: { required: true, maxLength: 5 } },
    { type: 'number', id: 'cost', key: 'cost', label: 'Kosten', decimalDigits: 2, validate: { min: 0.5 } },
    {
      type: 'group',
      id: 'contact',
      path: 'contact',
      label: 'Kontakt',
      components: [{ type: 'textfield', id: 'mail', key: 'mail', label: 'E-Mail' }],
    },
    {
      type: 'dynamiclist',
      id: 'people',
      path: 'people',
      label: 'Personen',
      isRepeating: true,
      allowAddRemove: true,
      defaultRepetitions: 0,
      components: [
        { type: 'textfield', id: 'name', key: 'name', label: 'Name', validate: { required: true } },
        { type: 'textfield', id: 'kind', key: 'kind', label: 'Art' },
        {
          type: 'textfield',
          id: 'other',
          key: 'other',
          label: 'Welche',
          validate: { required: true },
          conditional: { hide: '=kind != "OTHER"' },
        },
      ],
    },
  ],
};

let FormView;

before(async () => {
  pretendBrowser();
  ({ FormView } = await loadBundled('src/form/view.mjs'));
});

async function mount(data) {
  const container = document.createElement('div');
  document.body.append(container);
  const view = await FormView.mount(container, SCHEMA, data);
  await rendered();
  return { view, container };
}

function rendered() {
  return new Promise((resolve) => setTimeout(resolve, 120));
}

test('a valid form submits its data, with empty lists', async () => {
  const { view } = await mount({ title: 'Haus', cost: 1.5 });
  const { data, problems } = view.submit();
  assert.deepEqual(problems, []);
  assert.deepEqual(data, { title: 'Haus', cost: 1.5, contact: { mail: '' }, people: [] });
});

test('problems come in German, in the order of the page, with the row they belong to', async () => {
  const { view } = await mount({ title: 'Zu lang', cost: 0.25, people: [{ name: 'A' }, { name: '', kind: 'OTHER' }] });
  const { problems } = view.submit();
  assert.deepEqual(
    problems.map(({ label, message }) => `${label}: ${message}`),
    [
      'Titel: Höchstens 5 Zeichen.',
      'Kosten: Der Wert muss mindestens 0,5 sein.',
      'Personen Eintrag 2, Name: Bitte ausfüllen.',
      'Personen Eintrag 2, Welche: Bitte ausfüllen.',
    ],
  );
});

test('a condition in a row sees the fields of its row only', async () => {
  const { view } = await mount({ title: 'x', people: [{ name: 'A', kind: 'OTHER', other: 'Verein' }, { name: 'B', other: 'alt' }] });
  assert.deepEqual(view.submit().data.people, [
    { name: 'A', kind: 'OTHER', other: 'Verein' },
    { name: 'B', kind: '' },
  ]);
});

test('a refusal of the server is shown at its field, row, group or list', async () => {
  const { view, container } = await mount({ title: 'x', people: [{ name: 'A' }, { name: 'A' }] });
  const shown = [
    view.showAt(['people', 1, 'name'], 'Name', 'Doppelt.'),
    view.showAt(['contact', 'mail'], 'E-Mail', 'Unbekannt.'),
    view.showAt(['people'], 'Personen', 'Zu wenige.'),
    view.showAt(['gone'], 'Anderes', 'Passt nicht.'),
  ];
  await rendered();
  assert.deepEqual(shown.map(({ target }) => Boolean(target)), [true, true, true, false]);
  assert.deepEqual(shown.map(({ label }) => label), ['Personen Eintrag 2, Name', 'Kontakt, E-Mail', 'Personen', 'Anderes']);
  const messages = [...container.querySelectorAll('.fjs-form-field-error')].map((node) => node.textContent);
  assert.deepEqual(messages, ['Unbekannt.', 'Doppelt.', 'Zu wenige.']);
});

test('a refusal stays while the value is the same and does not block the next submission', async () => {
  const { view } = await mount({ title: 'x', people: [{ name: 'A' }] });
  view.showAt(['title'], 'Titel', 'Gibt es schon.');
  const title = view.instances.getAll().find(({ id }) => id === 'title');
  const validator = view.form.get('validator');
  assert.deepEqual(validator.validateFieldInstance(title, 'x'), ['Gibt es schon.']);
  assert.deepEqual(validator.validateFieldInstance(title, 'y'), []);
  assert.deepEqual(view.submit().problems, []);
});

test('a form that is not mine cannot be edited', async () => {
  const { view, container } = await mount({ title: 'x' });
  view.readOnly(true);
  await rendered();
  assert.ok([...container.querySelectorAll('input')].every((input) => input.readOnly));
});
