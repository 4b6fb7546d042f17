/** The paths of our pages in Cockpit, the one that others lead to first. */
export const OWN_PATHS = [
  '/massnahmen',
  '/massnahmen/:number',
  '/zeitachse',
  '/auslastung',
  '/durchlauf',
  '/eingriffe',
  '/berichtsrunden',
  '/berichte',
  '/verbund',
];

/** Link to the page of a measure, or to one of its tabs; whoever belongs to several municipalities says whose measure it is. */
export function linkToMeasure(number, tab, municipality) {
  const asked = new URLSearchParams({ ...(tab && { bereich: tab }), ...(municipality && { kommune: municipality }) }).toString();
  return `#/massnahmen/${encodeURIComponent(number)}${asked && `?${asked}`}`;
}

/** Link to Cockpit's own page of a process instance. */
export function linkToInstance(id) {
  return `#/process-instance/${encodeURIComponent(id)}/runtime`;
}

/** The measure that an address names, null elsewhere. */
export function measureOf(hash) {
  const [, number] = /^#\/massnahmen\/([^/?]+)/.exec(hash) ?? [];
  return number ? decodeURIComponent(number) : null;
}

/** One of the values behind the question mark of an address, null where it has none. */
export function valueOf(hash, name) {
  return new URLSearchParams(hash.split('?')[1] ?? '').get(name);
}
