// Bundles the browser parts into a resource root: node tools/build.mjs <output directory>
import { mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const output = resolve(process.argv[2] ?? join(frontend, '../../../target/frontend'));
const web = join(output, 'META-INF/resources/kreislaufstadt');

await rm(output, { recursive: true, force: true });
await mkdir(web, { recursive: true });

if (existsSync(join(frontend, 'src/bundle.mjs'))) {
  const { bundle } = await import('../src/bundle.mjs');
  await bundle(web);
}
