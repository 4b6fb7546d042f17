import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isCompatible, licenceFaults } from '../tools/licences.mjs';

const lock = (packages) => ({ packages: { '': { name: 'kreislaufstadt' }, ...packages } });

test('one compatible licence among several is enough', () => {
  assert.equal(isCompatible('(MPL-2.0 OR Apache-2.0)'), true);
  assert.equal(isCompatible('MIT AND GPL-3.0'), false);
  assert.equal(isCompatible('GPL-3.0'), false);
  assert.equal(isCompatible(undefined), false);
});

test('a package that reaches the browser needs a compatible licence, one of the build does not', () => {
  assert.deepEqual(
    licenceFaults(
      lock({
        'node_modules/good': { version: '1.0.0', license: 'MIT' },
        'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
        'node_modules/good/node_modules/@x/bad': { version: '2.0.0', license: 'AGPL-3.0' },
        'node_modules/silent': { version: '3.0.0' },
      }),
    ),
    ['@x/bad 2.0.0: licence AGPL-3.0', 'silent 3.0.0: licence unknown'],
  );
});

test('a package allowed by name is not allowed under another licence', () => {
  const formjs = (license) => lock({ 'node_modules/@bpmn-io/form-js-viewer': { version: '1.0.0', license } });
  assert.deepEqual(licenceFaults(formjs('SEE LICENSE IN LICENSE')), []);
  assert.equal(licenceFaults(formjs('AGPL-3.0')).length, 1);
});
