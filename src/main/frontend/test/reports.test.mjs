import assert from 'node:assert/strict';
import { test } from 'node:test';

import { show } from '../src/cockpit/reports/page.mjs';
import { periodsOf } from '../src/cockpit/reports/periods.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

test('the half-year and the year that ended last are offered first, then those that run', () => {
  assert.deepEqual(periodsOf(new Date(2026, 10, 23)), ['2026-H1', '2025', '2026-H2', '2026']);
  assert.deepEqual(periodsOf(new Date(2027, 0, 5)), ['2026-H2', '2026', '2027-H1', '2027']);
});

test('a refusal stands at the field it is about, and the form stays as it is', async () => {
  pretendBrowser();
  const refusal = { message: 'x', errors: [{ field: 'correction', label: 'Grund', message: 'Eine Berichtigung braucht einen Grund.' }] };
  const half = periodsOf(new Date())[0];
  const released = { id: '1', period: half, title: 'Bericht', version: 1, asOf: '2026-06-30', releasedAt: '2026-07-10T08:00:00Z' };
  globalThis.fetch = async (address, { method = 'GET' }) =>
    method === 'GET'
      ? { ok: true, status: 200, json: async () => ({ mayDraft: true, reports: [{ ...released, measures: 1, late: 0, decisions: 0, changes: 0 }] }) }
      : { ok: false, status: 400, json: async () => refusal };
  const page = document.createElement('main');
  await show(page);
  const [preface, reason] = page.querySelectorAll('.ks-report-form textarea');
  preface.value = 'Ein gutes Halbjahr.';
  page.querySelector('.ks-report-form').dispatchEvent(new Event('submit', { cancelable: true }));
  await new Promise((done) => setTimeout(done));

  assert.equal(reason.getAttribute('aria-invalid'), 'true');
  const said = document.createElement('div');
  said.append(...page.querySelectorAll(`[id='${reason.getAttribute('aria-describedby').split(' ')[0]}']`));
  assert.equal(said.textContent, 'Eine Berichtigung braucht einen Grund.');
  assert.equal(page.querySelector('[role=alert]'), null);
  assert.equal(preface.value, 'Ein gutes Halbjahr.');
  assert.equal(page.querySelector('.ks-report-form button').disabled, false);
});
