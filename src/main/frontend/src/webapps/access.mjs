/** Marks the page with what its reader may open, so that styles can hide what would only be refused. */
export function markWhatOneMayOpen(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) =>
      scope.$watch('authentication', (who) => {
        for (const app of ['cockpit', 'admin']) {
          document.documentElement.classList.toggle(`ks-may-open-${app}`, Boolean(who?.authorizedApps?.includes(app)));
        }
      }),
  ]);
}
