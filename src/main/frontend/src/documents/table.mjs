import { element } from '../dom.mjs';
import { table } from '../measures/parts.mjs';
import { localDate, localSize, text } from '../messages/index.mjs';
import { resource } from '../tasklist.mjs';
import { address } from './entries.mjs';

/**
 * The documents of a measure to be read: what, which version, by whom and when. The name downloads the latest version.
 *
 * @param page   what the server tells of the documents at a task: those of its step and the measure's others
 * @param taskId the task through which the person sees them
 */
export function documentTable({ documents, others }, taskId) {
  const entries = [...documents, ...others].sort((one, other) => other.versions[0].at.localeCompare(one.versions[0].at));
  if (!entries.length) {
    return element('p', {}, text('documents.none'));
  }
  return table(
    text('documents.title'),
    ['name', 'kind', 'version', 'by', 'at', 'step'].map((column) => text(`documents.column.${column}`)),
    entries.map((entry) => {
      const [latest] = entry.versions;
      return [
        download(entry, latest, taskId),
        text(`documents.kind.${entry.kind}`),
        String(latest.number),
        latest.by,
        localDate(latest.at),
        entry.step ?? '–',
      ];
    }),
  );
}

function download(entry, version, taskId) {
  const hint = text('documents.download', version.type, localSize(version.size));
  return [
    element('a', { href: resource(address(entry, version.number, taskId)), download: version.name }, version.name, element('span', { class: 'sr-only' }, ` (${hint})`)),
    element('span', { class: 'ks-item', 'aria-hidden': 'true' }, `${version.type}, ${localSize(version.size)}`),
  ];
}
