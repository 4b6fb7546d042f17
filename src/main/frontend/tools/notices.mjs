// What the licences of bundled packages ask for: their text travels with the bundle.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TEXTS = /^(licen[cs]e|notice|copyrightnotice)(\.[a-z]+)?$/i;

/** Put at the head of each file of a bundle whose notices lie beside it. */
export const BANNER = '/*! With parts of others: licences.txt */';

/**
 * @param metafile of a build by esbuild
 * @param root     folder the build ran in
 * @return licence and notice of each package that went into the bundle, by name
 * @throws Error if a package has no licence text
 */
export async function notices(metafile, root) {
  const packages = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0])
      .filter(Boolean),
  );
  const parts = [];
  for (const folder of [...packages].sort()) {
    parts.push(await noticeOf(join(root, folder)));
  }
  return parts.join('\n');
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const texts = (await readdir(folder)).filter((file) => TEXTS.test(file)).sort();
  const inner = (await readdir(join(folder, 'licenses')).catch(() => [])).map((file) => join('licenses', file));
  if (texts.length === 0) {
    throw new Error(`${name} in ${dirname(folder)} has no licence text`);
  }
  const written = await Promise.all([...texts, ...inner].map((file) => readFile(join(folder, file), 'utf8')));
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${written.map((text) => text.trim()).join('\n\n')}\n`;
}
