import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import esbuild from 'esbuild';
import { Window } from 'happy-dom';

import { adaptedFormjs } from '../src/formjs/adapt.mjs';

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes this process look like a page in the given language: form-js and our parts then run without a browser. */
export function pretendBrowser(language = 'de-DE') {
  const window = new Window({ url: 'http://localhost/camunda/app/tasklist/default/' });
  Object.getOwnPropertyNames(window)
    .filter((name) => !(name in globalThis) || /^(Event|KeyboardEvent|CustomEvent|MouseEvent)$/.test(name))
    .forEach((name) => define(name, window[name]));
  define('window', window);
  define('document', window.document);
  define('navigator', { language, languages: [language], userAgent: 'test', platform: 'test' });
  window.document.head.innerHTML = '<base tasklist-api="/camunda/api/tasklist/">';
  return window;
}

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Loads one of our modules as the build bundles it. */
export async function loadBundled(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'kreislaufstadt-'));
  const outfile = join(folder, 'bundle.mjs');
  try {
    await esbuild.build({
      absWorkingDir: frontend,
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'warning',
      plugins: [adaptedFormjs(join(frontend, 'src/messages/index.mjs'))],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
