import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { pretendBrowser } from '../tools/browser.mjs';

before(() => pretendBrowser());

test('views that the server does not serve are taken out, the others stay', async () => {
  const { withoutNotOffered } = await import('../src/glance/stock.mjs');
  const views = withoutNotOffered({
    getProviders: ({ component }) =>
      component === 'tasklist.task.detail' ? [{ id: 'task-detail-form' }, { id: 'task-detail-history' }] : [{ id: 'own' }],
  });
  assert.deepEqual(views.getProviders({ component: 'tasklist.task.detail' }), [{ id: 'task-detail-form' }]);
  assert.deepEqual(views.getProviders({ component: 'tasklist.card' }), [{ id: 'own' }]);
});

test('a due date is past from the next moment on', async () => {
  const { isPast } = await import('../src/glance/stock.mjs');
  const moment = '2026-12-04T23:59:59';
  assert.equal(isPast(moment, new Date(moment).getTime()), false);
  assert.equal(isPast(moment, new Date(moment).getTime() + 1), true);
});
