import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH, show } from './page.mjs';

/** Tasklist plugins: the page "Gemeinsame Workshops" for those who read for their city what several cities share. */
export default [
  {
    id: 'kreislaufstadt-joint-workshops',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-joint' });
      node.append(page);
      return show(page);
    },
  },
  {
    id: 'kreislaufstadt-joint-workshops-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 143,
    properties: { label: text('joint.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('joint.title')));
    },
  },
];
