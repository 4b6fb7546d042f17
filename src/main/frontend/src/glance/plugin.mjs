import { text } from '../messages/index.mjs';
import { showCard } from './cards.mjs';
import { showSearch } from './search.mjs';

/** Tasklist plugins that show tasks at a glance: on their cards, and found by words. */
export const glance = [
  {
    id: 'kreislaufstadt-task-card',
    pluginPoint: 'tasklist.card',
    priority: 100,
    properties: { label: text('measures.title') },
    render(node, { taskId }) {
      return showCard(node, taskId);
    },
  },
  {
    id: 'kreislaufstadt-task-search',
    pluginPoint: 'tasklist.list',
    priority: 200,
    render(node) {
      showSearch(node);
    },
  },
];
