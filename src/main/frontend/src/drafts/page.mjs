import { element } from '../dom.mjs';
import { localTime } from '../form/moments.mjs';
import { linkToTask } from '../measures/addresses.mjs';
import { failureNote, loadingNote, table } from '../measures/parts.mjs';
import { localDate, text } from '../messages/index.mjs';
import { read, send } from '../tasklist.mjs';
import { draftToRead, endingOf } from './beside.mjs';

/** Tasklist's address of the page. */
export const PATH = '/entwuerfe';

/** All drafts of the person, also of tasks that are over and stand in no list any more. */
export async function showDrafts(page) {
  const heading = element('h1', {}, text('drafts.title'));
  page.replaceChildren(heading, loadingNote());
  try {
    const entries = await read('drafts');
    const place = element('div');
    page.replaceChildren(
      heading,
      element('p', { class: 'ks-intro' }, text('drafts.intro')),
      entries.length ? list(entries, place) : element('p', {}, text('drafts.none')),
      place,
    );
  } catch (failure) {
    page.replaceChildren(heading, failureNote(failure));
  }
}

function list(entries, place) {
  return table(
    text('drafts.title'),
    ['task', 'measure', 'saved', 'state', 'action'].map((column) => text(`drafts.column.${column}`)),
    entries.map((entry) => [
      entry.name ?? text('drafts.start'),
      entry.measureNumber ?? '–',
      text('draft.ofDate', localDate(entry.draft.savedAt), localTime(entry.draft.savedAt)),
      entry.draft.ended ? endingOf(entry.draft.ended) : text('drafts.open'),
      action(entry, place),
    ]),
  );
}

function action(entry, place) {
  if (!entry.taskId) {
    return text('drafts.openStart');
  }
  // Also for open tasks: one that was handed over meanwhile can no longer be opened by who began it.
  const look = element('button', { type: 'button', class: 'btn btn-default', onclick: () => compare(entry, place) }, text('drafts.look'));
  return entry.draft.ended ? look : [element('a', { href: linkToTask(entry.taskId) }, text('drafts.openTask')), ' ', look];
}

async function compare({ taskId }, place) {
  try {
    const comparison = await read(`drafts/${encodeURIComponent(taskId)}`);
    const panel = draftToRead(comparison, () => removeDraft(taskId, comparison.entry.draft.version));
    panel.setAttribute('tabindex', '-1');
    place.replaceChildren(panel);
    panel.focus();
  } catch (failure) {
    place.replaceChildren(failureNote(failure));
  }
}

/** Deletes a draft of a task. */
export function removeDraft(taskId, version) {
  return send('DELETE', `form/task/${encodeURIComponent(taskId)}/draft?version=${version}`);
}
