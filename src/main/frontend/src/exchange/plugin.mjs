import { beginBelowHeader } from '../cockpit/header.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH } from './addresses.mjs';
import { show } from './page.mjs';

/** Tasklist plugins: the view "Verbund" for coordinators and the association's office, which managers have in Cockpit. */
export default [
  {
    id: 'kreislaufstadt-exchange',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-exchange' });
      node.append(page);
      return show(page);
    },
  },
  {
    id: 'kreislaufstadt-exchange-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 143,
    properties: { label: text('exchange.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('exchange.title')));
      // Who coordinates has more entries than fit into one line.
      beginBelowHeader();
    },
  },
];
