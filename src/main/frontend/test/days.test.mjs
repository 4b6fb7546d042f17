import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { dayInput, parseDay } from '../src/days/day.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

test('days are read as people write them, and only if there is such a day', () => {
  assert.equal(parseDay('4.12.2026'), '2026-12-04');
  assert.equal(parseDay(' 04.12.26 '), '2026-12-04');
  assert.equal(parseDay('04/12/2026'), '2026-12-04');
  assert.equal(parseDay('2026-12-04'), '2026-12-04');
  assert.equal(parseDay('29.2.2028'), '2028-02-29');
  for (const none of ['29.2.2027', '31.04.2026', '0.1.2026', '4.13.2026', '4.12.', 'morgen', '']) {
    assert.equal(parseDay(none), null, none);
  }
});

test('a day is shown in German and given as ISO date, whatever the language of the browser', () => {
  const day = dayInput({ value: '2026-12-04' });
  assert.equal(day.input.type, 'text');
  assert.equal(day.input.value, '04.12.2026');
  assert.equal(day.value(), '2026-12-04');
  day.input.value = '5.1.27';
  day.input.dispatchEvent(new Event('blur'));
  assert.equal(day.input.value, '05.01.2027');
  assert.equal(day.value(), '2027-01-05');
});

test('what is no day stays as it was typed, so that the server can refuse it', () => {
  const day = dayInput({});
  day.input.value = '31.02.2026';
  day.input.dispatchEvent(new Event('blur'));
  assert.equal(day.value(), '31.02.2026');
});

test('a day that is put in is a change', () => {
  const day = dayInput({});
  let changes = 0;
  day.node.addEventListener('change', () => (changes += 1));
  day.set('2026-12-04');
  assert.equal(changes, 1);
  assert.equal(day.input.value, '04.12.2026');
});
