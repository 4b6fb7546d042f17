import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { deputyForm, wanted } from '../src/deputies/form.mjs';
import { scope } from '../src/deputies/page.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

const page = {
  today: '2026-03-02',
  absent: [
    { absent: 'klima', headOf: null, label: 'Klima', self: true, head: false, departments: [{ value: 'klima', label: 'Stabsstelle Klima' }] },
    { absent: null, headOf: 'klima', label: 'Leitung Klima', self: false, head: true, departments: [] },
  ],
  candidates: [{ user: 'planung', name: 'Sachbearbeitung Planung', department: 'Stadtplanungsamt' }],
};

test('what a deputyship covers is said in words', () => {
  assert.equal(scope({ departments: [], withHead: false }), 'alle Aufgaben des Fachbereichs');
  assert.equal(scope({ departments: ['Amt A', 'Amt B'], withHead: true }), 'Amt A, Amt B; mit Aufgaben der Leitung');
});

test('a person or a role is sent, never both, and all departments are no limit', () => {
  const scoped = document.createElement('div');
  scoped.innerHTML = '<input type="checkbox" name="departments" value="a" checked><input type="checkbox" name="departments" value="b" checked>';
  const fields = { deputy: { value: 'planung' }, from: { value: () => '2026-03-02' }, until: { value: () => '' }, place: { value: '1' }, scope: scoped };
  assert.deepEqual(wanted({ chosen: page.absent[0], ...fields }), {
    absent: 'klima',
    headOf: null,
    deputy: 'planung',
    from: '2026-03-02',
    until: null,
    place: 1,
    departments: [],
    withHead: false,
  });
  scoped.querySelectorAll('input')[1].checked = false;
  const role = wanted({ chosen: page.absent[1], ...fields });
  assert.deepEqual([role.absent, role.headOf, role.departments, role.withHead], [null, 'klima', ['a'], true]);
});

test('a refusal stands at its field and in the summary, with a link to the field', async () => {
  const form = deputyForm(page, () => {
    throw { body: { errors: [{ field: 'until', label: 'Letzter Tag', message: 'Bitte einen Tag angeben.' }] } };
  });
  document.body.append(form);
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  await new Promise((done) => setTimeout(done));
  assert.equal(form.querySelector('#ks-deputy-until-problem').textContent, 'Bitte einen Tag angeben.');
  assert.equal(form.querySelector('#ks-deputy-until').getAttribute('aria-invalid'), 'true');
  assert.equal(form.querySelector('[role=alert] a').textContent, 'Letzter Tag');
  assert.equal(form.querySelector('button[type=submit]').disabled, false);
});
