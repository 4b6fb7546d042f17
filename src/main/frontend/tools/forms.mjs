import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadBundled, pretendBrowser } from './browser.mjs';

// The components that both the form shell and the check on the server know.
const TYPES = [
  'checkbox',
  'checklist',
  'datetime',
  'default',
  'dynamiclist',
  'group',
  'number',
  'radio',
  'select',
  'separator',
  'spacer',
  'taglist',
  'text',
  'textarea',
  'textfield',
];

const SCHEMA_VERSION = 19;

/** Checks that every form of a folder can be shown: name, known components, opened by the form shell's view. */
export async function checkForms(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  const check = await formCheck();
  const faults = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.form')).sort()) {
    try {
      const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      faults.push(...(await check(schema, name.slice(0, -'.form'.length))).map((fault) => `${name}: ${fault}`));
    } catch (problem) {
      faults.push(`${name}: ${problem.message}`);
    }
  }
  return faults;
}

/** A function that finds the faults of one schema. */
export async function formCheck() {
  pretendBrowser();
  const { FormView } = await loadBundled('src/form/view.mjs');
  return async (schema, key) => {
    const faults = staticFaults(schema, key);
    try {
      const view = await FormView.mount(document.createElement('div'), schema, {});
      view.destroy();
    } catch (problem) {
      faults.push(problem.message);
    }
    return faults;
  };
}

function staticFaults(schema, key) {
  const faults = [];
  if (schema.id !== key) {
    faults.push(`its id is ${schema.id}`);
  }
  if (schema.type !== 'default' || !(schema.schemaVersion <= SCHEMA_VERSION)) {
    faults.push(`type ${schema.type}, schema version ${schema.schemaVersion}; known is default up to ${SCHEMA_VERSION}`);
  }
  fields(schema)
    .filter(({ type }) => !TYPES.includes(type))
    .forEach(({ id, type }) => faults.push(`${id}: ${type} is not supported`));
  return faults;
}

function fields(field) {
  return [field, ...(field.components ?? []).flatMap(fields)];
}
