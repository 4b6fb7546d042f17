import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fieldProblems, readPath, samePath } from '../src/form/paths.mjs';

test('a path of the server names lists, rows and nested fields', () => {
  assert.deepEqual(readPath('title'), ['title']);
  assert.deepEqual(readPath('stakeholders[0].name'), ['stakeholders', 0, 'name']);
  assert.deepEqual(readPath('projects[2].costs[10].value'), ['projects', 2, 'costs', 10, 'value']);
  assert.deepEqual(readPath('contact.mail'), ['contact', 'mail']);
  assert.deepEqual(readPath(''), []);
  assert.deepEqual(readPath(null), []);
});

test('row numbers are the same as text and as number', () => {
  assert.ok(samePath(['list', '0', 'name'], ['list', 0, 'name']));
  assert.ok(!samePath(['list', 0], ['list', 0, 'name']));
});

test('only a refused form carries field problems', () => {
  const errors = [{ field: 'title', label: 'Titel', message: 'Zu lang.' }];
  assert.deepEqual(fieldProblems({ response: { body: { errors } } }), errors);
  assert.deepEqual(fieldProblems({ response: { body: { message: 'Optimistic locking' } } }), []);
  assert.deepEqual(fieldProblems(new Error('camForm submission prevented')), []);
  assert.deepEqual(fieldProblems(undefined), []);
});
