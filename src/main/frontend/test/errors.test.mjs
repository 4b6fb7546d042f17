import assert from 'node:assert/strict';
import { before, mock, test } from 'node:test';

import { loadBundled, pretendBrowser } from '../tools/browser.mjs';

let ErrorMarks;
let ProblemSummary;
let guardLeaving;

before(async () => {
  pretendBrowser();
  ({ ErrorMarks } = await loadBundled('src/form/errors.mjs'));
  ({ ProblemSummary } = await loadBundled('src/form/summary.mjs'));
  ({ guardLeaving } = await loadBundled('src/form/leaving.mjs'));
});

function page(markup) {
  const container = document.createElement('div');
  container.innerHTML = markup;
  document.body.replaceChildren(container);
  return container;
}

test('a refused field says that it is invalid and why, and names no explanation that is not there', async () => {
  const container = page(`
    <div class="fjs-form-field"><input id="due" aria-describedby="due-hint gone">
      <div id="due-hint">Format</div><div class="fjs-form-field-error" id="due-error">Bitte ausfüllen.</div></div>
    <div class="fjs-form-field"><input id="title" aria-invalid="false" aria-describedby=" "></div>`);

  new ErrorMarks(container);

  assert.equal(container.querySelector('#due').getAttribute('aria-invalid'), 'true');
  assert.equal(container.querySelector('#due').getAttribute('aria-describedby'), 'due-hint due-error');
  assert.equal(container.querySelector('#title').hasAttribute('aria-invalid'), false);
  assert.equal(container.querySelector('#title').hasAttribute('aria-describedby'), false);
});

test('what is no longer refused is no longer marked', async () => {
  const container = page(
    '<div class="fjs-form-field"><input id="due"><div class="fjs-form-field-error" id="e">Bitte ausfüllen.</div></div>',
  );
  const marks = new ErrorMarks(container);

  container.querySelector('#e').remove();
  marks.mark();

  assert.equal(container.querySelector('#due').hasAttribute('aria-invalid'), false);
  assert.equal(container.querySelector('#due').hasAttribute('aria-describedby'), false);
});

test('the summary is announced, takes the focus, and its links lead to the fields without leaving the page', () => {
  const summary = new ProblemSummary();
  document.body.replaceChildren(summary.node);
  summary.node.scrollIntoView = () => {};
  const view = { focus: mock.fn() };

  summary.show([{ label: 'Titel', message: 'Bitte ausfüllen.', target: 'f1' }, { message: 'Passt nicht zusammen.', target: null }], view);

  assert.equal(summary.node.getAttribute('role'), 'alert');
  assert.equal(document.activeElement, summary.node);
  const links = [...summary.node.querySelectorAll('a[href]')];
  assert.deepEqual(links.map((link) => link.textContent), ['Titel: Bitte ausfüllen.']);
  const click = new globalThis.Event('click', { cancelable: true, bubbles: true });
  links[0].dispatchEvent(click);
  assert.equal(click.defaultPrevented, true);
  assert.deepEqual(view.focus.mock.calls[0].arguments, ['f1']);
});

function leaving({ state = 'saved', unsaved = false, answer = true } = {}) {
  const handlers = {};
  const drafting = { view: { finishTyping() {} }, catchUp() {}, leave: mock.fn(), draft: { state, unsaved } };
  const scope = { $on: (name, handler) => ((handlers[name] = handler), () => {}) };
  const window = {
    addEventListener: (name, handler) => (handlers[name] = handler),
    removeEventListener() {},
    confirm: mock.fn(() => answer),
  };
  guardLeaving(scope, drafting, window);
  const event = () => ({ preventDefault: mock.fn() });
  return { handlers, drafting, window, event };
}

test('leaving the page warns only if something is not saved, and saves it', () => {
  const calm = leaving();
  const one = calm.event();
  calm.handlers.beforeunload(one);
  assert.equal(one.preventDefault.mock.callCount(), 0);

  const unsaved = leaving({ state: 'changed', unsaved: true });
  const two = unsaved.event();
  unsaved.handlers.beforeunload(two);
  assert.equal(two.preventDefault.mock.callCount(), 1);
  assert.equal(unsaved.drafting.leave.mock.callCount(), 1);
});

test('going to another task asks only where saving has failed, and stays if the person wants to', () => {
  const [here, there] = ['http://x/#/?task=1&filter=a', 'http://x/#/?task=2&filter=a'];
  const typing = leaving({ state: 'changed', unsaved: true });
  typing.handlers.$locationChangeStart(typing.event(), there, here);
  assert.equal(typing.window.confirm.mock.callCount(), 0);

  const stuck = leaving({ state: 'failed', unsaved: true, answer: false });
  const tab = stuck.event();
  stuck.handlers.$locationChangeStart(tab, 'http://x/#/?task=1&filter=b', here);
  assert.equal(stuck.window.confirm.mock.callCount(), 0);
  const other = stuck.event();
  stuck.handlers.$locationChangeStart(other, there, here);
  assert.equal(other.preventDefault.mock.callCount(), 1);
});
