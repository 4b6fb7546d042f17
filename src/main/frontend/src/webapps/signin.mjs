/** Where one signs in, and from there gets back to this page with what it shows. */
export function signInPage({ pathname, search, hash }) {
  return `/anmelden?ziel=${encodeURIComponent(pathname + search + hash)}`;
}

/** Signing in and out has a page of its own: leads there instead of to Camunda's form, which would be refused. */
export function signInOnOwnPage(module, location = globalThis.location) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) => {
      scope.$on('authentication.login.required', (event) => {
        event.preventDefault();
        location.assign(signInPage(location));
      });
      scope.$on('authentication.logout.success', (event) => {
        event.preventDefault();
        location.assign('/anmelden?abgemeldet');
      });
    },
  ]);
}
