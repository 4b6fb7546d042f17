import { text } from '../messages/index.mjs';

/**
 * Warns before something typed gets lost: on leaving the page while it is not saved, on going to another task while it
 * cannot be saved (going there saves it otherwise).
 *
 * @param scope    Angular scope of the form
 * @param drafting the draft of the form
 * @return ends the watch
 */
export function guardLeaving(scope, drafting, page = globalThis) {
  const unload = (event) => {
    drafting.view.finishTyping();
    drafting.catchUp();
    if (drafting.draft.unsaved) {
      drafting.leave();
      event.preventDefault();
      // Older browsers ask only if this is set.
      event.returnValue = '';
    }
  };
  page.addEventListener('beforeunload', unload);
  const stop = scope.$on('$locationChangeStart', (event, next, current) => {
    const stuck = ['failed', 'conflict'].includes(drafting.draft.state) && drafting.draft.unsaved;
    if (stuck && placeOf(next) !== placeOf(current) && !page.confirm(text('draft.leave'))) {
      event.preventDefault();
    }
  });
  return () => {
    page.removeEventListener('beforeunload', unload);
    stop();
  };
}

// Tasklist keeps more than the task in its address; a change of the filter or the tab leaves the form where it is.
function placeOf(address) {
  const [path, query] = (String(address).split('#')[1] ?? '').split('?');
  return `${path}?${new URLSearchParams(query ?? '').get('task') ?? ''}`;
}
