import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { action, failed, field } from '../rounds/parts.mjs';
import { post, send } from '../tasklist.mjs';
import { amount, difference } from './diff.mjs';

/** So long after the last key the text is compared (ms): whoever types is not disturbed. */
const REST = 500;

/**
 * A passage as it was put to the members, and the text that comes out of it, compared while it is written.
 *
 * @param desk `{address, mayEdit, note, written}`: `written` is called once the text is stored
 */
export function writing(passage, desk) {
  const place = `${desk.address}/passages/${encodeURIComponent(passage.anchor)}`;
  const compared = element('div', {});
  const show = (pieces) => compared.replaceChildren(element('p', { class: 'help-block', role: 'status' }, amount(pieces)), difference(pieces));
  show(passage.difference);
  const words = element('textarea', { id: 'ks-rounds-passage-text', class: 'form-control ks-rounds-paper', rows: '12', maxlength: '20000', readonly: !desk.mayEdit });
  words.value = passage.text;
  let waiting = null;
  let asked = 0;
  const compare = async () => {
    const mine = (asked += 1);
    try {
      const pieces = await post(`${place}/comparison`, { text: words.value });
      if (mine === asked) {
        show(pieces);
      }
    } catch (failure) {
      failed(desk.note, failure, words);
    }
  };
  words.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(compare, REST);
  });
  const store = async () => {
    await send('PUT', place, { text: words.value, seen: passage.seen });
    await desk.written();
  };
  const node = element(
    'section',
    { class: 'ks-components-writing' },
    element('h3', {}, text('components.draft.of')),
    element('div', { class: 'ks-components-passage', lang: 'de' }, passage.draft),
    field(words.id, text('components.consolidated'), words, desk.mayEdit ? text('components.consolidated.help') : null),
    desk.mayEdit &&
      element(
        'p',
        { class: 'ks-rounds-actions' },
        action(text('components.consolidated.store'), store, desk.note, 'primary'),
        action(
          text('components.consolidated.draft'),
          async () => {
            words.value = passage.draft;
            await compare();
          },
          desk.note,
        ),
      ),
    element('h3', {}, text('components.diff')),
    compared,
  );
  return { node, unsaved: () => words.value !== passage.text };
}
