import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

let contextPanel;
let entry;

before(async () => {
  pretendBrowser();
  ({ contextPanel } = await import('../src/form/context.mjs'));
  [entry] = (await import('../src/handbook/plugin.mjs')).default;
});

test('the head of a form links to the page about its task, beside the form', () => {
  const link = contextPanel({ taskKey: 'review-proposal', taskName: 'Vorschlag prüfen' }).querySelector('a');

  assert.equal(link.textContent, 'Handbuch: Vorschlag prüfen');
  assert.equal(link.getAttribute('href'), '/camunda/api/kreislaufstadt/handbuch/aufgaben/review-proposal');
  assert.equal(link.getAttribute('target'), '_blank');
});

test('a form without a task has no such link', () => {
  assert.equal(contextPanel({}).querySelector('a'), null);
});

test('the entry in the navigation leads to the table of contents', () => {
  const place = document.createElement('div');
  entry.render(place);

  assert.equal(place.querySelector('a').getAttribute('href'), '/camunda/api/kreislaufstadt/handbuch/');
});
