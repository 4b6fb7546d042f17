import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operatesOnly } from '../src/webapps/access.mjs';

test('operators retry jobs and see no tasks, unless they also look after a municipality', () => {
  assert.equal(operatesOnly(['operators']), true);
  assert.equal(operatesOnly(['operators', 'muenster-staff']), true);
  assert.equal(operatesOnly(['operators', 'muenster-managers']), false);
  assert.equal(operatesOnly(['muenster-auditors']), false);
  assert.equal(operatesOnly([]), false);
});
