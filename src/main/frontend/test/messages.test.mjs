import assert from 'node:assert/strict';
import { test } from 'node:test';

import de from '../src/messages/de.mjs';
import en from '../src/messages/en.mjs';
import { localDate, localNumber, text } from '../src/messages/index.mjs';

const germanBrowser = { language: 'de-DE', languages: ['de-DE'] };
const englishBrowser = { language: 'en-US', languages: ['en-US', 'de'] };

function as(navigator, check) {
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true, writable: true });
  check();
}

test('both languages know the same texts with the same arguments', () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
  for (const key of Object.keys(de)) {
    const args = (pattern) => [...new Set(pattern.match(/\{\d\}/g))].sort();
    assert.deepEqual(args(de[key]), args(en[key]), key);
  }
});

test('German is spoken unless the browser asks for English first', () => {
  as(germanBrowser, () => assert.equal(text('formjs.required'), 'Bitte ausfüllen.'));
  as({ language: 'fr-FR', languages: ['fr-FR', 'en'] }, () => assert.equal(text('formjs.required'), 'Bitte ausfüllen.'));
  as(englishBrowser, () => assert.equal(text('formjs.required'), 'Please fill in.'));
});

test('numbers and dates are written as people write them', () => {
  as(germanBrowser, () => {
    assert.equal(localNumber(0.5), '0,5');
    assert.equal(localNumber(null), '');
    assert.equal(localDate('2024-03-26'), '26.03.2024');
    assert.equal(localDate('2025-02'), '02/2025');
    assert.equal(localDate(null), '');
    assert.equal(localDate('bis 2030'), 'bis 2030');
  });
  as(englishBrowser, () => assert.equal(localDate('2024-03-26'), '26/03/2024'));
});

test('a moment is shown as the day it is in the city', () => {
  as(germanBrowser, () => {
    assert.equal(localDate('2026-11-01T00:00:00.000+01:00'), '01.11.2026');
    assert.equal(localDate('2026-10-31T23:30:00Z'), '01.11.2026');
  });
});
