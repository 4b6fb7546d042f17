// What managers have in Cockpit beside Camunda's own: pages with entries in the navigation, and a page for each measure.
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { inOneCity } from './city.mjs';
import { beginBelowHeader } from './header.mjs';
import { MEASURE, PAGES, VERSIONS } from './pages.mjs';
import { failureNote } from './parts.mjs';

/** Camunda's first entry has 100: what managers come for stands before it. */
const FIRST = 200;

document.head.append(
  element('link', { rel: 'stylesheet', href: new URL(`./cockpit.css?v=${STYLES_VERSION}`, import.meta.url).href }),
);

export default [dashboard(), ...PAGES.flatMap((page, index) => [entry(page, index), route(page)]), route(MEASURE), route(VERSIONS)];

/** The figures of the portfolio before Camunda's own on the first page; who does not see them finds the page as Camunda made it. */
function dashboard() {
  return {
    id: 'kreislaufstadt-dashboard',
    pluginPoint: 'cockpit.dashboard',
    priority: FIRST,
    async render(node) {
      const { show } = await import('./portfolio/dashboard.mjs');
      return show(node);
    },
  };
}

function entry({ path, label }, index) {
  return {
    id: `kreislaufstadt-entry-${path.slice(1)}`,
    pluginPoint: 'cockpit.navigation',
    priority: FIRST - index,
    properties: { label: text(label), checkActive: (address) => new RegExp(`#${path}(?:[/?]|$)`).test(address) },
    render: (node) => node.append(element('a', { class: 'ks-entry', href: `#${path}` }, text(label))),
  };
}

function route({ path, load, oneCity }) {
  let left = () => {};
  return {
    id: `kreislaufstadt-page-${path.slice(1)}`,
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path },
    async render(node) {
      beginBelowHeader();
      const page = element('main', { class: 'ks-page' });
      node.append(page);
      let open = true;
      let close = null;
      left = () => {
        open = false;
        close?.();
      };
      try {
        const { show } = await load();
        close = open ? await (oneCity ? inOneCity(page, show) : show(page)) : null;
        if (!open) {
          close?.();
        }
      } catch (failure) {
        page.append(failureNote(failure));
      }
    },
    unmount: () => left(),
  };
}
