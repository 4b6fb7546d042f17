/** What lists are sorted by until a person chooses something else: what is due first. An index of the database serves it. */
const MOST_URGENT_FIRST = [{ sortBy: 'dueDate', sortOrder: 'asc' }];

const STORE = 'ks-sorting';

/** Sorts Tasklist's lists by urgency, where Tasklist itself would show the latest first. Angular has not started yet. */
export function sortByUrgency(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    '$location',
    (scope, location) => {
      const keep = sortingKeeper(location);
      // Before Tasklist looks: when its page is built, and when a link leads to a task and says nothing about the list.
      scope.$on('$routeChangeStart', (_, next) => next?.$$route?.originalPath === '/' && keep());
      scope.$on('$locationChangeSuccess', keep);
    },
  ]);
}

/** Puts the sorting into the address where there is none; takes note of what a person has chosen instead. */
export function sortingKeeper(location, store = globalThis.localStorage) {
  let known = null;
  return () => {
    const sorting = location.search().sorting;
    if (!['', '/'].includes(location.path()) || sorting === known) {
      return;
    }
    if (sorting) {
      known = sorting;
      store.setItem(STORE, sorting);
    } else {
      known = chosenBefore(store) ?? JSON.stringify(MOST_URGENT_FIRST);
      location.search('sorting', known).replace();
    }
  };
}

// Anybody can write into the browser's storage; Tasklist would stumble over anything else.
function chosenBefore(store) {
  const kept = store.getItem(STORE);
  try {
    const list = JSON.parse(kept);
    const known = list.length > 0 && list.every(({ sortBy, sortOrder }) => /^[a-zA-Z]+$/.test(sortBy) && /^(asc|desc)$/.test(sortOrder));
    return known ? kept : null;
  } catch {
    return null;
  }
}
