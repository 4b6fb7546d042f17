import { element } from '../dom.mjs';
import { PATH, show } from './page.mjs';

/**
 * Tasklist plugin: the page "Modellansatz der Kommune" for the department that coordinates with the association. The page
 * "Modellansatz" leads to it: coordinators have more entries than fit into one line as it is.
 */
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
];
