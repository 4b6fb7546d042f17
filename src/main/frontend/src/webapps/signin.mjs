/** Where one signs in, and from there gets back to this page with what it shows. */
export function signInPage({ pathname, search, hash }) {
  return `/anmelden?ziel=${encodeURIComponent(pathname + search + hash)}`;
}

/** Signing in and out has a page of its own: leads there instead of to Camunda's form, which would be refused. */
export function signInOnOwnPage(module, location = globalThis.location) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) => {
      // Whoever signs out is nobody at once, and the page would ask them to sign in before it is left.
      let left = false;
      const leaveFor = (event, address) => {
        event.preventDefault();
        if (!left) {
          left = true;
          location.assign(address);
        }
      };
      scope.$on('authentication.login.required', (event) => leaveFor(event, signInPage(location)));
      scope.$on('authentication.logout.success', (event) => leaveFor(event, '/anmelden/abgemeldet'));
    },
  ]);
}
