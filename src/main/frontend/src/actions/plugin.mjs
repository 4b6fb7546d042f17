import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { ActionBar } from './bar.mjs';

// The head of the form uses these styles, too: it is shown nowhere but here.
const href = new URL(`./actions.css?v=${STYLES_VERSION}`, import.meta.url).href;
document.head.append(element('link', { rel: 'stylesheet', href }));

/** Tasklist plugin: put off, hand over, ask, give back – above the open task. */
export default [
  {
    id: 'kreislaufstadt-task-actions',
    pluginPoint: 'tasklist.task.action',
    priority: 200,
    properties: { label: text('actions.title') },
    render(node, _, scope) {
      const place = element('div', { class: 'ks-actions', role: 'group', 'aria-label': text('actions.title') });
      node.append(place);
      const bar = new ActionBar(place, scope);
      // The assignee, too: a task that somebody has claimed allows other things.
      scope.$watchGroup(['task.id', 'task.assignee'], ([id]) => bar.show(id));
      scope.$on('$destroy', () => bar.end());
    },
  },
];
