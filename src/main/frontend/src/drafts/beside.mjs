import { element, paragraphs } from '../dom.mjs';
import { contentOf } from '../form/content.mjs';
import { localTime } from '../form/moments.mjs';
import { asText, readable, sideBySide } from '../form/readable.mjs';
import { localDate, text } from '../messages/index.mjs';

/** Two contents in a table, field by field; a difference is said in words, not only in colour. */
export function sideBySideTable(rows, [left, right]) {
  return element(
    'div',
    { class: 'ks-beside', tabindex: '0', role: 'region', 'aria-label': text('draft.beside') },
    element(
      'table',
      { class: 'table' },
      element('caption', { class: 'sr-only' }, text('draft.beside')),
      element('thead', {}, element('tr', {}, [text('draft.field'), left, right].filter((head) => head !== null).map((head) => element('th', { scope: 'col' }, head)))),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            { class: row.differs && right !== null ? 'ks-differs' : null },
            element('th', { scope: 'row' }, row.label, row.differs && right !== null ? element('span', { class: 'ks-differs-mark' }, text('draft.differs')) : null),
            element('td', {}, paragraphs(row.left || '–')),
            right === null ? null : element('td', {}, paragraphs(row.right || '–')),
          ),
        ),
      ),
    ),
  );
}

/**
 * A draft to be read, and what can be done with it. If somebody else has completed its task: who and when, and the draft
 * beside what is known now.
 *
 * @param comparison `{ entry, schema, choices, current }` as the server sends it
 * @param remove     deletes the draft; a promise
 */
export function draftToRead({ entry, schema, choices, current }, remove) {
  const { draft, name, measureNumber } = entry;
  const { components } = schema;
  const mine = readable(components, draft.data, choices);
  const now = current ? readable(components, contentOf(components, current), choices) : null;
  const title = [name, measureNumber].filter(Boolean).join(' · ');
  const plain = () => asText(mine, `${title}\n${text('draft.ofDate', localDate(draft.savedAt), localTime(draft.savedAt))}`);
  const done = element('p', { role: 'status' });
  return element(
    'section',
    { class: 'ks-ended' },
    element('h4', {}, text(draft.ended ? 'draft.ended' : 'draft.mine')),
    draft.ended ? element('p', {}, endingOf(draft.ended)) : null,
    element('p', {}, text(draft.ended ? 'draft.endedKept' : 'draft.kept', localDate(draft.deleteOn))),
    !draft.ended || now?.length ? null : element('p', {}, text('draft.noCurrent')),
    sideBySideTable(sideBySide(mine, now?.length ? now : []), [text('draft.mine'), now?.length ? text('draft.current') : null]),
    element(
      'p',
      { class: 'ks-ended-actions' },
      button('draft.copy', async () => {
        await navigator.clipboard.writeText(plain());
        done.textContent = text('draft.copied');
      }),
      ' ',
      button('draft.download', () => download(plain(), `entwurf-${measureNumber ?? 'massnahme'}.txt`)),
      ' ',
      button('draft.delete', async (event) => {
        await remove();
        event.target.disabled = true;
        done.textContent = text('draft.deleted');
      }),
    ),
    done,
  );
}

/** Who has completed a task, and when, in a sentence. */
export function endingOf({ by, at }) {
  return by ? text('draft.endedBy', by, localDate(at), localTime(at)) : text('draft.endedAlone', localDate(at), localTime(at));
}

function button(key, onclick) {
  return element('button', { type: 'button', class: 'btn btn-default', onclick }, text(key));
}

function download(content, name) {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
