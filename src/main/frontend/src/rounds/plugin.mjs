import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { linkWords } from './next.mjs';
import { PATH, show } from './page.mjs';

/** Tasklist plugins: the page "Berichtsrunden" for the climate staff unit, which managers have in Cockpit too. */
export default [
  {
    id: 'kreislaufstadt-rounds',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-rounds' });
      node.append(page);
      return show(page);
    },
  },
  {
    id: 'kreislaufstadt-rounds-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 145,
    properties: { label: text('rounds.title') },
    render(node) {
      const link = element('a', { href: `#${PATH}` }, text('rounds.title'));
      node.append(link);
      // Where it cannot be asked how many wait, the link still leads there.
      linkWords().then((words) => link.replaceChildren(words), () => {});
    },
  },
];
