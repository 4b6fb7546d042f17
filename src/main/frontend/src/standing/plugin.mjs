import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH, show } from './page.mjs';

/** Tasklist plugins: the page "Modellansatz der Kommune" for the department that coordinates with the association. */
export default [
  {
    id: 'kreislaufstadt-standing',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-standing' });
      node.append(page);
      return show(page);
    },
  },
  {
    id: 'kreislaufstadt-standing-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 144,
    properties: { label: text('standing.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('standing.title')));
    },
  },
];
