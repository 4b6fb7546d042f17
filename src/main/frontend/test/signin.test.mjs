import assert from 'node:assert/strict';
import test from 'node:test';

import { signInOnOwnPage, signInPage } from '../src/webapps/signin.mjs';

const PAGE = { pathname: '/camunda/app/tasklist/default/', search: '?a=b', hash: '#/?task=1' };

test('leads back to what the page shows', () => {
  assert.equal(signInPage(PAGE), '/anmelden?ziel=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F%3Fa%3Db%23%2F%3Ftask%3D1');
});

test('asks for signing in once, and not after signing out', () => {
  const visited = [];
  const handlers = {};
  const location = { ...PAGE, assign: (address) => visited.push(address) };
  const run = ([, start]) => start({ $on: (name, handler) => (handlers[name] = handler) });
  globalThis.angular = { module: () => ({ run }) };
  let prevented = 0;
  const event = { preventDefault: () => (prevented += 1) };
  try {
    signInOnOwnPage('x', location);
    handlers['authentication.logout.success'](event);
    handlers['authentication.login.required'](event);
    assert.deepEqual(visited, ['/anmelden/abgemeldet']);

    signInOnOwnPage('x', location);
    handlers['authentication.login.required'](event);
    assert.match(visited[1], /^\/anmelden\?ziel=/);
    assert.equal(prevented, 3);
  } finally {
    delete globalThis.angular;
  }
});
