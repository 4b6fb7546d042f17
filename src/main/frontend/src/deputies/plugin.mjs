import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { showDeputies } from './page.mjs';

/** Tasklist's address of the page. */
const PATH = '/vertretung';

/** Tasklist plugins: the page "Vertretung" and the entry that leads to it. */
export default [
  {
    id: 'kreislaufstadt-deputies',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-deputies' });
      node.append(page);
      return showDeputies(page);
    },
  },
  {
    id: 'kreislaufstadt-deputies-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 140,
    properties: { label: text('deputies.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('deputies.title')));
    },
  },
];
