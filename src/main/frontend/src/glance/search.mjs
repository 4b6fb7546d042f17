import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { card } from './cards.mjs';

const PAUSE_MILLISECONDS = 250;

/** A field above the list that finds one's tasks by number or title of the measure, by department, or by their own name. */
export function showSearch(node) {
  const status = element('p', { role: 'status', class: 'ks-search-status' });
  const found = element('ol', { class: 'ks-found list-unstyled' });
  let timer;
  let asked = 0;
  const field = element('input', {
    type: 'search',
    id: 'ks-task-search',
    class: 'form-control',
    autocomplete: 'off',
    placeholder: text('search.example'),
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE_MILLISECONDS);
    },
  });
  const place = element(
    'div',
    { class: 'ks-task-search', role: 'search' },
    element('label', { for: 'ks-task-search' }, text('search.label')),
    field,
    status,
    found,
  );
  node.append(place);
  document.addEventListener('click', endWithAnotherList);

  // Who chooses a list on the left wants to see it.
  function endWithAnotherList({ target }) {
    if (!place.isConnected) {
      document.removeEventListener('click', endWithAnotherList);
    } else if (field.value && target.closest('.task-filter')) {
      field.value = '';
      search();
    }
  }

  async function search() {
    const words = field.value.trim();
    asked += 1;
    const mine = asked;
    place.classList.toggle('ks-searching', words !== '');
    if (!words) {
      status.textContent = '';
      found.replaceChildren();
      return;
    }
    try {
      const tasks = await read(`tasks?words=${encodeURIComponent(words)}`);
      if (mine === asked) {
        status.textContent = tasks.length ? text(tasks.length === 1 ? 'search.one' : 'search.many', tasks.length) : text('search.none');
        found.replaceChildren(...tasks.map(result));
      }
    } catch {
      if (mine === asked) {
        status.textContent = text('search.failed');
        found.replaceChildren();
      }
    }
  }
}

function result(task) {
  return element(
    'li',
    { class: 'task' },
    element('a', { href: addressOf(task.taskId, globalThis.location.hash) }, task.name),
    card(task),
  );
}

/** Opens a task and leaves the list as it is. */
export function addressOf(taskId, hash) {
  const [path, query] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('detailsTab');
  parameters.set('task', taskId);
  return `#${path || '/'}?${parameters}`;
}
