let watched = null;

/**
 * In a narrow window, or with large letters, Cockpit's header takes a second line and would hide the heading of every page: pages
 * begin below it, however high it is.
 */
export function beginBelowHeader() {
  const header = document.querySelector('[cam-widget-header]');
  if (!header || header === watched || !globalThis.ResizeObserver) {
    return;
  }
  watched = header;
  new ResizeObserver(() => document.documentElement.style.setProperty('--ks-header', `${header.offsetHeight}px`)).observe(header);
}
