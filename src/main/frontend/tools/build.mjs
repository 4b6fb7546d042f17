// Bundles the browser parts into a resource root: node tools/build.mjs <output directory>
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import esbuild from 'esbuild';

import { adaptedFormjs } from '../src/formjs/adapt.mjs';
import { writeWebapps } from '../src/webapps/webapps.mjs';
import { BANNER, notices } from './notices.mjs';

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const output = resolve(process.argv[2] ?? join(frontend, '../../../target/frontend'));
const web = join(output, 'META-INF/resources/kreislaufstadt');

await rm(output, { recursive: true, force: true });
await mkdir(web, { recursive: true });

const common = {
  absWorkingDir: frontend,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
  plugins: [adaptedFormjs(join(frontend, 'src/messages/index.mjs'))],
};

const version = async (...names) => {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(await readFile(join(web, name)));
  }
  return hash.digest('hex').slice(0, 12);
};

await esbuild.build({
  ...common,
  entryPoints: { 'form/shell': 'src/form/shell.mjs', 'form/shell-styles': 'src/form/shell.css' },
  outdir: web,
});
const shell = await readFile(join(frontend, 'src/form/shell.html'), 'utf8');
await writeFile(
  join(web, 'form/shell.html'),
  shell.replaceAll('$VERSION', await version('form/shell.js', 'form/shell-styles.css')),
);

/** Pages and actions in Tasklist: one folder below src with plugin.mjs and a style sheet of the folder's name. */
const PLUGINS = ['measures', 'actions', 'mailsettings', 'admin'];

// Camunda adds its own version to the address of a script, which never changes: ours must be in the name.
async function named(script) {
  const versioned = `${script}-${await version(`${script}.js`)}`;
  await rename(join(web, `${script}.js`), join(web, `${versioned}.js`));
  return `../../../kreislaufstadt/${versioned}`;
}

async function tasklistPlugin(name) {
  const script = `tasklist/${name}`;
  await esbuild.build({ ...common, entryPoints: { [script]: `src/${name}/${name}.css` }, outdir: web });
  await esbuild.build({
    ...common,
    entryPoints: { [script]: `src/${name}/plugin.mjs` },
    outdir: web,
    define: { STYLES_VERSION: JSON.stringify(await version(`${script}.css`)) },
  });
  return named(script);
}

const tasklist = [];
for (const name of PLUGINS) {
  tasklist.push(await tasklistPlugin(name));
}
// What only some pages need arrives when such a page is opened, in files of its own.
async function cockpitPlugin() {
  await esbuild.build({ ...common, entryPoints: { 'cockpit/cockpit': 'src/cockpit/cockpit.css' }, outdir: web });
  const { metafile } = await esbuild.build({
    ...common,
    banner: { js: BANNER },
    metafile: true,
    entryPoints: { 'cockpit/plugin': 'src/cockpit/plugin.mjs' },
    chunkNames: 'cockpit/[name]-[hash]',
    splitting: true,
    outdir: web,
    define: { STYLES_VERSION: JSON.stringify(await version('cockpit/cockpit.css')) },
  });
  await writeFile(join(web, 'cockpit/licences.txt'), await notices(metafile, frontend));
  return named('cockpit/plugin');
}

await esbuild.build({ ...common, entryPoints: { 'webapps/beside': 'src/webapps/beside.mjs' }, outdir: web });
await writeWebapps(join(output, 'META-INF/resources/webjars/camunda/app'), {
  tasklist,
  beside: await named('webapps/beside'),
  cockpit: await cockpitPlugin(),
});

// The fonts of reports (SIL Open Font License): a PDF that everybody can read brings its own.
const fonts = join(output, 'fonts');
await mkdir(fonts, { recursive: true });
const ofReports = {
  'source-sans-3': ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf'],
  'noto-emoji': ['400Regular/NotoEmoji_400Regular.ttf'],
};
for (const [family, files] of Object.entries(ofReports)) {
  const from = join(frontend, 'node_modules/@expo-google-fonts', family);
  await copyFile(join(from, 'LICENSE_FONT'), join(fonts, `LICENSE_FONT_${family}`));
  for (const file of files) {
    await copyFile(join(from, file), join(fonts, basename(file)));
  }
}
