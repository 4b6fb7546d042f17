import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formCheck } from '../tools/forms.mjs';

const form = (...components) => ({ type: 'default', id: 'trial', schemaVersion: 19, components });

test('a form is refused when the shell could not show it', async () => {
  const check = await formCheck();
  const field = { type: 'textfield', id: 'a', key: 'title' };
  assert.deepEqual(await check(form(field), 'trial'), []);
  assert.deepEqual(await check(form(field), 'other'), ['its id is trial']);
  assert.deepEqual(await check(form(field, { ...field, id: 'b' }), 'trial'), ["binding path 'title' is already claimed"]);
  assert.deepEqual(await check(form({ type: 'html', id: 'h', content: '<b>x</b>' }), 'trial'), ['h: html is not supported']);
});
