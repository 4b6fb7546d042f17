import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { choiceForm } from '../src/mailsettings/page.mjs';
import { showOutbox } from '../src/mailsettings/outbox.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

const MAILS = { PENDING: 1, SENDING: 0, SENT: 7, FAILED: 1, UNCERTAIN: 1, OUTDATED: 0 };
const answered = (status) => ({ ok: status < 300, status, json: async () => null });

test('what is chosen is shown, and what is chosen anew is sent', async () => {
  const calls = [];
  globalThis.fetch = async (address, options) => {
    calls.push([address, JSON.parse(options.body)]);
    return answered(204);
  };
  const form = choiceForm({ department: 'klima', name: 'Stabsstelle Klima', address: 'klima@example.org', rhythm: 'IMMEDIATE', language: 'DE' });
  document.body.append(form);
  assert.equal(form.querySelector('h2').textContent, 'Postfach Stabsstelle Klima');
  assert.equal(form.querySelectorAll('fieldset legend').length, 2);
  const chosen = [...form.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value);
  assert.deepEqual(chosen, ['IMMEDIATE', 'DE']);

  form.querySelector('input[value=DAILY]').checked = true;
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  await new Promise((done) => setImmediate(done));

  assert.deepEqual(calls, [
    ['/camunda/api/kreislaufstadt/mail/choice', { department: 'klima', rhythm: 'DAILY', language: 'DE' }],
  ]);
  assert.equal(form.querySelector('[role=status]').textContent, 'Gespeichert.');
});

test('who has no address is told so', () => {
  const form = choiceForm({ department: null, name: null, address: null, rhythm: 'NONE', language: 'EN' });
  assert.match(form.textContent, /keine Mail-Adresse hinterlegt/);
});

test('administrators see counts and release what is uncertain', async () => {
  const calls = [];
  globalThis.fetch = async (address) => {
    calls.push(address);
    return answered(204);
  };
  let drawn = 0;
  const trouble = { id: 'id-1', municipality: 'muenster', person: null, department: 'klima', state: 'UNCERTAIN', reason: 'x', attempts: 1, since: '2026-03-02T08:00:00Z' };
  const letter = { ...trouble, id: 'id-2', department: null, letter: 'workshop-date' };
  const section = showOutbox({ connected: true, waiting: 2, mails: MAILS, troubles: [trouble, letter] }, () => (drawn += 1));
  assert.match(section.textContent, /unklar, ob angekommen/);
  assert.match(section.textContent, /muenster: Postfach klima/);
  assert.match(section.textContent, /muenster: Brief an eine eingeladene Person/);
  const [all, one] = section.querySelectorAll('button');
  one.click();
  await new Promise((done) => setImmediate(done));
  all.click();
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(calls, [
    '/camunda/api/kreislaufstadt/mail/outbox/id-1/release',
    '/camunda/api/kreislaufstadt/mail/outbox/release-failed',
  ]);
  assert.equal(drawn, 2);
});

test('without a mail server the page says so', () => {
  const section = showOutbox({ connected: false, waiting: 2, mails: { ...MAILS, FAILED: 0 }, troubles: [] }, () => {});
  assert.match(section.textContent, /kein Mailserver/);
  assert.equal(section.querySelectorAll('button').length, 0);
});
