import assert from 'node:assert/strict';
import { test } from 'node:test';

import { periodsOf } from '../src/cockpit/reports/periods.mjs';

test('the half-year and the year that ended last are offered first, then those that run', () => {
  assert.deepEqual(periodsOf(new Date(2026, 10, 23)), ['2026-H1', '2025', '2026-H2', '2026']);
  assert.deepEqual(periodsOf(new Date(2027, 0, 5)), ['2026-H2', '2026', '2027-H1', '2027']);
});
