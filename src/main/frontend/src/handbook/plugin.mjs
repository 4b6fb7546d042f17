import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { handbook } from './link.mjs';

/** Tasklist plugin: the entry that leads to the handbook, in a tab of its own so that no form is left. */
export default [
  {
    id: 'kreislaufstadt-handbook-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 40,
    properties: { label: text('handbook.title') },
    render(node) {
      node.append(element('a', { href: handbook(), target: '_blank', rel: 'noopener' }, text('handbook.title')));
    },
  },
];
