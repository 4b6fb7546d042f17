import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH } from './addresses.mjs';
import { linkWords } from './list.mjs';
import { show } from './page.mjs';

/** Tasklist plugins: the page "Modellansatz" for the association's office and its members' coordination. */
export default [
  {
    id: 'kreislaufstadt-components',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-components' });
      node.append(page);
      return show(page, globalThis.location.hash);
    },
  },
  {
    id: 'kreislaufstadt-components-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 144,
    properties: { label: text('components.title') },
    render(node) {
      const link = element('a', { href: `#${PATH}` }, text('components.title'));
      node.append(link);
      // Where it cannot be asked how many wait, the link still leads there.
      linkWords().then((words) => link.replaceChildren(words), () => {});
    },
  },
];
