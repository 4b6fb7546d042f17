import { text } from '../messages/index.mjs';
import { showCard } from './cards.mjs';
import { showSearch } from './search.mjs';
import { showMeasureOfTask } from './tab.mjs';

/** Tasklist plugins that show tasks at a glance: on their cards, found by words, and with their measure. */
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
  {
    id: 'kreislaufstadt-task-measure',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: text('glance.measure') },
    render(node, { taskId }) {
      return showMeasureOfTask(node, taskId);
    },
  },
];
