import { element } from '../dom.mjs';
import { localDate, localSize, text } from '../messages/index.mjs';
import { resource } from '../tasklist.mjs';

/** Address of a version; a task's panel names its task, since somebody may see a document only there. */
export function address(entry, version, task) {
  const query = task ? `?task=${encodeURIComponent(task)}` : '';
  return `documents/${entry.id}/versions/${version}${query}`;
}

/**
 * A list of documents.
 *
 * @param actions what can be done: `task`, `renew(entry, file)`, `remove(entry)`, `endings`
 */
export function documentList(entries, actions) {
  return element('ul', { class: 'ks-document-list' }, entries.map((entry) => item(entry, actions)));
}

function item(entry, actions) {
  const [latest, ...older] = entry.versions;
  return element(
    'li',
    { 'data-document': entry.id },
    element(
      'div',
      { class: 'ks-document-line' },
      element('span', { class: 'ks-document-type', 'aria-hidden': 'true' }, latest.type),
      element('div', { class: 'ks-document-name' }, link(entry, latest, actions.task), facts(entry, latest)),
      entry.mayChange ? buttons(entry, actions) : null,
    ),
    older.length ? earlier(entry, older, actions.task) : null,
  );
}

function link(entry, version, task) {
  return element(
    'a',
    { href: resource(address(entry, version.number, task)), download: version.name },
    version.name,
    element('span', { class: 'sr-only' }, ` (${text('documents.download', version.type, localSize(version.size))})`),
  );
}

function facts(entry, latest) {
  const words = [
    text(`documents.kind.${entry.kind}`),
    localSize(latest.size),
    text('documents.byOn', latest.by, localDate(latest.at)),
    entry.step ? text('documents.fromStep', entry.step) : null,
    entry.versions.length > 1 ? text('documents.version', latest.number) : null,
  ];
  return element('div', { class: 'ks-document-facts' }, words.filter(Boolean).join(' · '));
}

function buttons(entry, actions) {
  const choice = element('input', {
    type: 'file',
    hidden: true,
    accept: actions.endings.join(','),
    onchange: () => choice.files.length && actions.renew(entry, choice.files[0]),
  });
  const button = (key, onclick) =>
    element(
      'button',
      { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': text(`${key}Of`, entry.name), onclick },
      text(key),
    );
  return element(
    'div',
    { class: 'ks-document-buttons' },
    choice,
    button('documents.renew', () => choice.click()),
    button('documents.delete', () => actions.remove(entry)),
  );
}

function earlier(entry, versions, task) {
  return element(
    'details',
    { class: 'ks-document-earlier' },
    element('summary', {}, text('documents.earlier', versions.length)),
    element(
      'ul',
      {},
      versions.map((version) =>
        element(
          'li',
          {},
          text('documents.version', version.number),
          ': ',
          link(entry, version, task),
          element(
            'span',
            { class: 'ks-document-facts' },
            ` ${localSize(version.size)} · ${text('documents.byOn', version.by, localDate(version.at))}`,
          ),
        ),
      ),
    ),
  );
}

/** Deleted documents with the way back. */
export function deletedList(entries, restore) {
  return element(
    'ul',
    { class: 'ks-document-list' },
    entries.map((entry) =>
      element(
        'li',
        { class: 'ks-document-line' },
        element(
          'div',
          { class: 'ks-document-name' },
          entry.name,
          element(
            'div',
            { class: 'ks-document-facts' },
            text('documents.deletedBy', entry.deletedBy, localDate(entry.deletedUntil)),
          ),
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'btn btn-default btn-sm',
            'aria-label': text('documents.restoreOf', entry.name),
            onclick: () => restore(entry),
          },
          text('documents.restore'),
        ),
      ),
    ),
  );
}
