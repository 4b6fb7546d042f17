import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH, showDrafts } from './page.mjs';

/** Tasklist plugins: the page "Entwürfe" and the entry that leads to it. */
export default [
  {
    id: 'kreislaufstadt-drafts',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures' });
      node.append(page);
      return showDrafts(page);
    },
  },
  {
    id: 'kreislaufstadt-drafts-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 140,
    properties: { label: text('drafts.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('drafts.title')));
    },
  },
];
