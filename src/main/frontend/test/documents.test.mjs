import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';

import { taskDocuments } from '../src/documents/panel.mjs';
import { disposition } from '../src/documents/upload.mjs';
import { localSize } from '../src/messages/index.mjs';
import { pretendBrowser } from '../tools/browser.mjs';

const entry = (more) => ({
  id: 'a1',
  kind: 'MINUTES',
  name: 'Protokoll.pdf',
  step: 'Protokoll schreiben',
  mayChange: true,
  versions: [
    { number: 2, name: 'Protokoll.pdf', type: 'PDF', size: 1_300_000, at: '2026-11-22T10:00:00Z', by: 'Sachbearbeitung' },
    { number: 1, name: 'Entwurf.pdf', type: 'PDF', size: 900, at: '2026-11-21T10:00:00Z', by: 'Sachbearbeitung' },
  ],
  ...more,
});

let page;
let asked;

before(() => pretendBrowser());
beforeEach(() => {
  page = { mayAttach: true, suggestedKind: 'MINUTES', largest: 2_000_000, endings: ['.pdf'], documents: [], others: [], deleted: [] };
  asked = [];
  globalThis.fetch = async (address, { method = 'GET' }) => {
    asked.push(`${method} ${address}`);
    return { ok: true, status: 200, json: async () => page };
  };
});

async function shown() {
  const panel = taskDocuments('t1');
  document.body.replaceChildren(panel.node);
  await new Promise((done) => setTimeout(done));
  return panel;
}

test('a file is named by a header that survives every character', () => {
  assert.equal(disposition("Größe (1)'s*.pdf"), "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29%27s%2A.pdf");
  assert.equal(disposition('a\r\nb.pdf'), "attachment; filename*=UTF-8''a%0D%0Ab.pdf");
});

test('sizes are written as people read them', () => {
  assert.equal(localSize(900), '1 kB');
  assert.equal(localSize(200_000), '195 kB');
  assert.equal(localSize(1_300_000), '1,2 MB');
  assert.equal(localSize(25 * 1024 * 1024), '25 MB');
});

test('an empty panel says so and offers to attach something', async () => {
  const { node } = await shown();
  assert.match(node.textContent, /Zu diesem Schritt gibt es noch keine Unterlagen/);
  assert.equal(node.querySelector('select').value, 'MINUTES');
  assert.ok(node.querySelector('input[type=file]').multiple);
});

test('who may not attach is not offered to', async () => {
  page.mayAttach = false;
  const { node } = await shown();
  assert.equal(node.querySelector('.ks-drop'), null);
});

test('a document shows its facts, its earlier versions and what can be done', async () => {
  page.documents = [entry()];
  const { node } = await shown();
  const item = node.querySelector('[data-document=a1]');
  assert.match(item.textContent, /Protokoll · 1,2 MB · Sachbearbeitung, 22\.11\.2026 · aus „Protokoll schreiben“ · Fassung 2/);
  assert.match(item.querySelector('details').textContent, /Frühere Fassungen \(1\).*Entwurf\.pdf/s);
  assert.equal(item.querySelector('a').getAttribute('href'), '/camunda/api/kreislaufstadt/documents/a1/versions/2?task=t1');
  assert.deepEqual([...item.querySelectorAll('button')].map((button) => button.getAttribute('aria-label')), [
    'Neue Fassung von „Protokoll.pdf“',
    '„Protokoll.pdf“ löschen',
  ]);
});

test('many documents do not push the form out of sight', async () => {
  page.documents = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => entry({ id }));
  const { node } = await shown();
  assert.match(node.querySelector('h4').textContent, /\(6\)/);
  assert.deepEqual([...node.querySelectorAll('details.ks-document-more > summary')].map(({ textContent }) => textContent), [
    'Ältere Unterlagen zu diesem Schritt (2)',
  ]);
});

test('what one may not change has no buttons', async () => {
  page.documents = [entry({ mayChange: false })];
  const { node } = await shown();
  assert.equal(node.querySelector('[data-document=a1] button'), null);
});

test('deleting offers the way back at once', async () => {
  page.documents = [entry()];
  const { node } = await shown();
  page.documents = [];
  page.deleted = [entry({ deletedBy: 'Sachbearbeitung', deletedUntil: '2026-12-22' })];
  node.querySelector('[data-document=a1] button[aria-label*=löschen]').click();
  await new Promise((done) => setTimeout(done, 5));
  assert.ok(asked.includes('DELETE /camunda/api/kreislaufstadt/documents/a1?task=t1'));
  const undo = node.querySelector('.ks-document-status button');
  assert.equal(undo.textContent, 'Rückgängig');
  assert.equal(document.activeElement, undo);
  assert.match(node.querySelector('.ks-document-more').textContent, /Gelöschte Unterlagen \(1\).*wiederherstellbar bis 22\.12\.2026/s);
  undo.click();
  await new Promise((done) => setTimeout(done, 5));
  assert.ok(asked.includes('POST /camunda/api/kreislaufstadt/documents/a1/restore?task=t1'));
});

test('a file that is too large is refused without sending it', async () => {
  const panel = await shown();
  await panel.attach([{ name: 'film.pdf', size: 2_000_001 }], 'OTHER');
  const alert = panel.node.querySelector('[role=alert]');
  assert.match(alert.textContent, /film\.pdf: Die Datei ist zu groß: erlaubt sind höchstens 1,9 MB/);
  panel.node.querySelector('.ks-upload button').click();
  assert.equal(panel.node.querySelector('.ks-upload'), null);
});

test('whoever wants to complete the task while a file is on its way is asked to wait', async () => {
  const panel = await shown();
  let finish;
  globalThis.XMLHttpRequest = class {
    upload = { addEventListener() {} };
    addEventListener(name, listener) {
      finish = name === 'load' ? listener.bind(this) : finish;
    }
    open() {}
    setRequestHeader() {}
    send() {}
    status = 201;
    responseText = JSON.stringify(entry({ name: 'langsam.pdf' }));
  };
  assert.equal(panel.isWaiting(), false);
  const attached = panel.attach([{ name: 'langsam.pdf', size: 1000 }], 'OTHER');
  await new Promise((done) => setTimeout(done));

  assert.equal(panel.isWaiting(), true);
  assert.match(panel.node.querySelector('.ks-document-status').textContent, /bis alle Dateien übertragen sind/);

  finish();
  await attached;
  assert.equal(panel.isWaiting(), false);
  assert.match(panel.node.querySelector('.ks-document-status').textContent, /„langsam\.pdf“ ist angehängt/);
});
