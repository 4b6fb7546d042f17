import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH, showAdministration } from './page.mjs';

const href = new URL(`./admin.css?v=${STYLES_VERSION}`, import.meta.url).href;
document.head.append(element('link', { rel: 'stylesheet', href }));

/** Tasklist plugins: the page "Verwaltung" and the entry that leads to it, for those who may open it. */
export default [
  {
    id: 'kreislaufstadt-administration',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-admin' });
      node.append(page);
      return showAdministration(page);
    },
  },
  {
    id: 'kreislaufstadt-administration-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 30,
    properties: { label: text('admin.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('admin.title')));
    },
  },
];
