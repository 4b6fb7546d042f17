import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import esbuild from 'esbuild';

import { notices } from '../tools/notices.mjs';

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));

test('the licence of everything that goes into a bundle goes with it', async () => {
  const { metafile } = await esbuild.build({
    absWorkingDir: frontend,
    entryPoints: ['src/cockpit/chart/echarts.mjs', 'src/cockpit/diagram/viewer.mjs'],
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'esm',
    metafile: true,
  });
  const text = await notices(metafile, frontend);
  assert.match(text, /^echarts \d.*\(Apache-2\.0\)$/m);
  assert.match(text, /The Apache Software Foundation/);
  assert.match(text, /Mike Bostock/);
  assert.match(text, /bpmn.io project watermark/);
  assert.match(text, /^zrender \d.*\(BSD-3-Clause\)$/m);
  assert.doesNotMatch(text, /^esbuild/m);
});
