/** Tasklist's address of the page. */
export const PATH = '/modellansatz';

const NAMES = { component: 'baustein', round: 'runde', view: 'ansicht', passage: 'abschnitt' };

/**
 * Link to a view of the page: the list, a component, one of its rounds, or a view of either.
 *
 * @param place `{component, round, view, passage}`, each left out where it is of no use
 */
export function linkTo(place = {}) {
  const query = new URLSearchParams();
  for (const [name, word] of Object.entries(NAMES)) {
    if (place[name]) {
      query.set(word, place[name]);
    }
  }
  return `#${PATH}${[...query].length ? `?${query}` : ''}`;
}

/** What an address names; null for what it does not. */
export function placeOf(hash) {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  return Object.fromEntries(Object.entries(NAMES).map(([name, word]) => [name, query.get(word)]));
}

/** Where the server keeps a round. */
export function roundAddress(component, round) {
  return `components/${encodeURIComponent(component)}/rounds/${encodeURIComponent(round)}`;
}
