import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { readNumber, typedDigits, writeNumber } from '../src/form/numbers.mjs';
import { loadBundled, pretendBrowser } from '../tools/browser.mjs';

const SCHEMA = {
  type: 'default',
  id: 'trial',
  schemaVersion: 19,
  components: [
    { type: 'number', id: 'amount', key: 'amount', label: 'Betrag', decimalDigits: 2, appearance: { suffixAdorner: '€' } },
    { type: 'number', id: 'year', key: 'year', label: 'Jahr', decimalDigits: 0, validate: { required: true, max: 2100 } },
    {
      type: 'dynamiclist',
      id: 'rows',
      path: 'rows',
      label: 'Werte',
      isRepeating: true,
      allowAddRemove: true,
      defaultRepetitions: 0,
      components: [{ type: 'number', id: 'value', key: 'value', label: 'Wert', decimalDigits: 4 }],
    },
  ],
};

let FormView;

before(async () => {
  pretendBrowser();
  ({ FormView } = await loadBundled('src/form/view.mjs'));
});

function speaking(language, check) {
  Object.defineProperty(globalThis, 'navigator', { value: { language, languages: [language] }, configurable: true, writable: true });
  check();
}

test('numbers are read as Germans write them', () => {
  speaking('de-DE', () => {
    const readable = {
      '862.139,70': 862139.7,
      '862139,7': 862139.7,
      '1000,5': 1000.5,
      '1.000.000': 1000000,
      '1 000 000,25': 1000000.25,
      '1\u00a0000': 1000,
      ' 12 ': 12,
      '-3,5': -3.5,
      '\u22123,5': -3.5,
      ',5': 0.5,
      '7,': 7,
      '0': 0,
      '': null,
    };
    for (const [typed, value] of Object.entries(readable)) {
      assert.deepEqual(readNumber(typed, { digits: 2 }), { value }, typed);
    }
    assert.deepEqual(readNumber('1.000,00 €', { digits: 2, unit: '€' }), { value: 1000 });
  });
});

test('what is not clear is no number', () => {
  speaking('de-DE', () => {
    const separators = ['number.separators', '1.234,50'];
    const unreadable = ['number.unreadable', '1.234,50'];
    const refused = {
      '1,000.00': separators,
      '12.34': separators,
      '1.5': separators,
      '0.500': separators,
      '1.00.000': separators,
      '1000.000': separators,
      '1.000 000': separators,
      '1,2,3': separators,
      "1'000": separators,
      '12 34': separators,
      '1e5': unreadable,
      '-': unreadable,
      '12 EUR': unreadable,
      'viel': unreadable,
      '--1': unreadable,
      '1,000': ['formjs.decimals', 2],
      '9.999.999.999.999.999': ['number.tooLong', 15],
    };
    for (const [typed, problem] of Object.entries(refused)) {
      assert.deepEqual(readNumber(typed, { digits: 2 }), { problem }, typed);
    }
    assert.deepEqual(readNumber('2026,5', { digits: 0 }), { problem: ['formjs.integer'] });
    assert.deepEqual(readNumber('x', { digits: 0 }), { problem: ['number.unreadable', '1.500'] });
    assert.deepEqual(readNumber('1,00005'), { value: 1.00005 });
  });
});

test('English pages read and write English numbers', () => {
  speaking('en-GB', () => {
    assert.deepEqual(readNumber('1,000.50', { digits: 2 }), { value: 1000.5 });
    assert.deepEqual(readNumber('1.000,50', { digits: 2 }), { problem: ['number.separators', '1,234.50'] });
    assert.equal(writeNumber(1000.5, { digits: 2, unit: '€' }), '1,000.50');
  });
});

test('numbers are written as Germans read them', () => {
  speaking('de-DE', () => {
    assert.equal(writeNumber(862139.7, { digits: 2, unit: '€' }), '862.139,70');
    assert.equal(writeNumber(1000, { digits: 4 }), '1.000');
    assert.equal(writeNumber(0.7, { digits: 4, typedDigits: typedDigits('0,70') }), '0,70');
    assert.equal(writeNumber(-1234567.125, { digits: 4 }), '-1.234.567,125');
    assert.equal(writeNumber(2026, { digits: 0 }), '2026');
    assert.equal(writeNumber(15000, { digits: 0 }), '15.000');
  });
});

async function mount(data) {
  pretendBrowser();
  const container = document.createElement('div');
  document.body.append(container);
  const view = await FormView.mount(container, SCHEMA, data);
  await rendered();
  const inputs = [...container.querySelectorAll('.fjs-form-field-number input')];
  return { view, container, inputs };
}

function rendered() {
  return new Promise((resolve) => setTimeout(resolve, 120));
}

async function enter(input, typed) {
  input.focus();
  input.value = typed;
  input.dispatchEvent(new window.Event('input', { bubbles: true }));
  input.blur();
  await rendered();
}

test('a number that was typed in German is sent as a number and shown in German', async () => {
  const { view, inputs } = await mount({ year: 2026, rows: [{ value: 1000.5 }] });
  assert.deepEqual(inputs.map(({ value }) => value), ['', '2026', '1.000,5']);
  await enter(inputs[0], '862139,7');
  assert.equal(inputs[0].value, '862.139,70');
  assert.deepEqual(view.submit(), { data: { amount: 862139.7, year: 2026, rows: [{ value: 1000.5 }] }, problems: [] });
});

test('an unclear number stays as it was typed, with the reason at its field', async () => {
  const { view, container, inputs } = await mount({ year: 2026, rows: [] });
  await enter(inputs[0], '1,000.00');
  assert.equal(inputs[0].value, '1,000.00');
  const [problem, ...others] = view.submit().problems;
  assert.equal(others.length, 0);
  assert.match(problem.message, /keine eindeutige Zahl.*1\.234,50/);
  assert.equal(container.querySelector('.fjs-form-field-error').textContent, problem.message);
  await enter(inputs[0], '1.000,00');
  assert.deepEqual(view.submit(), { data: { amount: 1000, year: 2026, rows: [] }, problems: [] });
});

test('an emptied number is empty, and a required one is missed', async () => {
  const { view, inputs } = await mount({ amount: 5, year: 2026 });
  await enter(inputs[0], '');
  await enter(inputs[1], ' ');
  assert.deepEqual(view.submit().problems.map(({ label, message }) => `${label}: ${message}`), ['Jahr: Bitte ausfüllen.']);
});

test('rows keep their numbers when an earlier row goes', async () => {
  const { container, inputs } = await mount({ year: 2026, rows: [{ value: 1 }, { value: 2 }, { value: 3 }] });
  await enter(inputs[3], '2.222,20');
  container.querySelector('.fjs-repeat-row-remove').click();
  await rendered();
  const left = [...container.querySelectorAll('.fjs-repeat-row-container input')].map(({ value }) => value);
  assert.ok(['2.222,20', '2.222,2'].includes(left[0]), left[0]);
  assert.equal(left[1], '3');
});

test('arrows count whole numbers only', async () => {
  const { view, container, inputs } = await mount({ year: 2026 });
  assert.equal(container.querySelectorAll('.fjs-number-arrow-up').length, 1);
  container.querySelector('.fjs-number-arrow-up').click();
  await rendered();
  assert.equal(inputs[1].value, '2027');
  assert.equal(view.submit().data.year, 2027);
});
