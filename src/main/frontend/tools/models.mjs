import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const rules = JSON.parse(
  readFileSync(join(dirname(dirname(fileURLToPath(import.meta.url))), '.bpmnlintrc'), 'utf8'),
);

/** Lints every model of a folder; warnings count as faults, so that a model never ships with one. */
export async function lintModels(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  const extensions = Object.fromEntries(
    Object.entries(rules.moddleExtensions).map(([prefix, path]) => [prefix, require(path)]),
  );
  const linter = new Linter({ config: rules, resolver: new NodeResolver({ require }) });
  const faults = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.bpmn')).sort()) {
    try {
      const { rootElement, warnings } = await new BpmnModdle(extensions).fromXML(
        readFileSync(join(folder, name), 'utf8'),
      );
      warnings.forEach((warning) => faults.push(`${name}: ${warning.message}`));
      const reports = await linter.lint(rootElement);
      for (const [rule, found] of Object.entries(reports)) {
        found.forEach((report) => faults.push(`${name}: ${report.id ?? ''} ${report.message} (${rule})`));
      }
    } catch (problem) {
      faults.push(`${name}: ${problem.message}`);
    }
  }
  return faults;
}
