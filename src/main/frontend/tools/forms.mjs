import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Checks that every form schema of a folder is one that the form shell can show. */
export async function checkForms(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  const faults = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.form')).sort()) {
    try {
      const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (`${schema.id}.form` !== name) {
        faults.push(`${name}: its id is ${schema.id}`);
      }
    } catch (problem) {
      faults.push(`${name}: ${problem.message}`);
    }
  }
  return faults;
}
