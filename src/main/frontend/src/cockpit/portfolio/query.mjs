/** What one starts with: all measures, the most urgent first. */
export const USUAL = { municipality: '', field: '', department: '', phase: '', state: '', countermeasure: '', exposure: '', tile: '', words: '', sort: 'DUE', order: 'asc', page: 1 };

/** The part of an address that asks the server; what is not asked for is left out. */
export function queryOf(asked) {
  const entries = Object.entries(asked).filter(([name, value]) => value !== '' && value !== null && name in USUAL);
  return new URLSearchParams(entries).toString();
}

/** What an address asks for, over what one starts with; names that nobody knows are left out. */
export function askedIn(hash) {
  const named = Object.fromEntries(new URLSearchParams(hash.split('?')[1] ?? ''));
  return { ...USUAL, ...Object.fromEntries(Object.entries(named).filter(([name]) => name in USUAL)) };
}

/** Another column sorts upwards first, the same one the other way round. */
export function sortedBy(asked, column) {
  const order = asked.sort === column && asked.order === 'asc' ? 'desc' : 'asc';
  return { ...asked, sort: column, order, page: 1 };
}

/** Whether anything narrows what is shown. */
export function narrows(asked) {
  return ['municipality', 'field', 'department', 'phase', 'state', 'countermeasure', 'exposure', 'tile', 'words'].some((name) => asked[name]);
}
