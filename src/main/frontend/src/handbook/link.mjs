import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { resource } from '../tasklist.mjs';

/** The address of the handbook, or of the page about a task; a start of a process has a page like a task. */
export function handbook(taskKey) {
  return resource(taskKey ? `handbuch/aufgaben/${encodeURIComponent(taskKey)}` : 'handbuch/');
}

/** The link to the page about a task; beside the form, which stays as it is. */
export function handbookLink(taskKey, taskName) {
  return element('a', { class: 'ks-handbook', href: handbook(taskKey), target: '_blank', rel: 'noopener' }, text('handbook.task', taskName));
}
