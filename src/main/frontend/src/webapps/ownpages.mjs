import { OWN_PATHS } from '../cockpit/addresses.mjs';
import { read } from '../tasklist.mjs';

/**
 * Heads come to Cockpit for our pages alone. What Camunda shows beside them would only be refused: its entries are hidden, and who
 * opens one of its pages, the first one above all, is led to the measures before it asks for anything.
 */
export function leadToOwnPages(module, root = document.documentElement) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    '$location',
    (scope, location) => {
      scope.$watch('authentication', (who) => who?.name && onlyOwnPages(root));
      scope.$on('$routeChangeStart', (_, next) => {
        if (next?.$$route && !OWN_PATHS.includes(next.$$route.originalPath)) {
          next.resolve = { ...next.resolve, own: [() => letIn(scope, location, root)] };
        }
      });
    },
  ]);
}

/** Whether the reader has no use for Camunda's pages; the document is marked with it. Where the server does not say, they have. */
async function onlyOwnPages(root) {
  const pages = await read('pages').catch(() => null);
  const only = pages !== null && !pages.includes('cockpit');
  root.classList.toggle('ks-own-pages', only);
  return only;
}

async function letIn(scope, location, root) {
  if (await onlyOwnPages(root)) {
    scope.$evalAsync(() => location.url(OWN_PATHS[0]).replace());
    // Never answered: the page that is led to takes the place of this one.
    await new Promise(() => {});
  }
}
