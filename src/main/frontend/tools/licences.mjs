// Licences of what reaches the browser: each may be combined with Apache-2.0, or is allowed here by name with its reason.
import { readFileSync } from 'node:fs';

const COMPATIBLE = new Set(['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause']);

/** MIT with one condition more: the mark of bpmn.io stays visible. Forms and pictures of processes show it. */
const ALLOWED = { '@bpmn-io/form-js-viewer': 'SEE LICENSE IN LICENSE', 'bpmn-js': 'SEE LICENSE IN LICENSE' };

/**
 * @param licence as packages state it: one name, or several of which one may be chosen
 * @return whether one of them is compatible; all of an "AND" would have to be, so that is none
 */
export const isCompatible = (licence = '') =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => COMPATIBLE.has(choice));

/** @return one line for each package, beside those only the build needs, whose licence is unknown or not compatible */
export const licenceFaults = (lock) =>
  Object.entries(lock.packages)
    .filter(([path, entry]) => path && !entry.dev && !isCompatible(entry.license))
    .map(([path, entry]) => [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), entry])
    .filter(([name, entry]) => ALLOWED[name] !== entry.license || entry.license === undefined)
    .map(([name, entry]) => `${name} ${entry.version}: licence ${entry.license ?? 'unknown'}`);

export const checkLicences = (file) => licenceFaults(JSON.parse(readFileSync(file, 'utf8')));
