import { text } from '../messages/index.mjs';

/** Pages of Cockpit that only administrators can use; typed by hand they would show errors of the engine. */
const CLOSED = ['/batch'];

/** Leads managers who type the address of such a page to the overview and says why. */
export function closePages(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    '$location',
    'Notifications',
    (scope, location, notifications) => {
      const check = (event) => {
        // On the first page it is not known yet who is signed in; then the change of that is heard.
        if (CLOSED.includes(location.path()) && scope.authentication && !scope.authentication.authorizedApps?.includes('admin')) {
          event?.preventDefault();
          location.url('/dashboard').replace();
          notifications.addMessage({ status: text('cockpit.closed'), message: text('cockpit.noBatches'), exclusive: true });
        }
      };
      scope.$on('$routeChangeStart', check);
      scope.$watch('authentication', () => check());
    },
  ]);
}
