// Gate of the build: lints the models, imports every form, looks at licences and runs the unit tests. Exits non-zero on the first kind of fault.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { checkForms } from './forms.mjs';
import { checkLicences } from './licences.mjs';
import { lintModels } from './models.mjs';

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const bpmn = join(frontend, '../../../bpmn');

const faults = [
  ...(await lintModels(bpmn)),
  ...(await checkForms(join(bpmn, 'forms'))),
  ...checkLicences(join(frontend, 'package-lock.json')),
];
faults.forEach((fault) => console.error(fault));

const tests = readdirSync(join(frontend, 'test')).filter((name) => name.endsWith('.test.mjs'));
// Each file is a process of its own; by itself the runner leaves one core idle, of two half the machine.
const run = tests.length
  ? spawnSync(process.execPath, ['--test', '--test-reporter=dot', `--test-concurrency=${availableParallelism()}`, ...tests.map((name) => join(frontend, 'test', name))], {
      stdio: 'inherit',
    })
  : { status: 0 };

process.exit(faults.length || run.status ? 1 : 0);
