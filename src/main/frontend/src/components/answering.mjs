import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { action, field } from '../rounds/parts.mjs';
import { send } from '../tasklist.mjs';
import { answerFields, equal, said } from './comment.mjs';

/**
 * The comments of a passage, each with its answer, and one answer for several that say the same.
 *
 * @param desk `{address, mayEdit, note, answered}`: `answered` is called with what was answered, once it is stored
 */
export function comments(list, desk) {
  const boxes = new Map();
  const many = desk.mayEdit ? together(list, boxes, desk) : null;
  const items = list.map((comment) => item(comment, list, boxes, desk, many));
  return element('div', {}, many?.node, items);
}

function item(comment, list, boxes, desk, many) {
  const heading = element('h3', { id: `ks-components-${comment.id}` }, `${comment.city} · ${comment.kindLabel}`);
  const article = element('article', { class: 'ks-components-comment', 'aria-labelledby': heading.id });
  const alike = comment.answer ? [] : list.filter((other) => other !== comment && !other.answer && equal(other, comment));
  article.append(
    ...[
      said(comment, heading),
      desk.mayEdit && !comment.answer && box(comment, boxes, many),
      desk.mayEdit && alike.length > 0 && choosing([comment, ...alike], boxes, many),
      desk.mayEdit ? form(comment, desk) : given(comment),
    ]
      .flat(Infinity)
      .filter(Boolean),
  );
  return article;
}

function given({ answerLabel, answerText }) {
  return answerLabel
    ? element('p', { class: 'ks-components-given' }, element('strong', {}, answerLabel), `: ${answerText}`)
    : element('p', { class: 'ks-components-given' }, text('components.unanswered'));
}

function form(comment, desk) {
  const { kind, words } = answerFields(comment.id, comment);
  const store = async () => {
    const stored = await send('PUT', `${desk.address}/comments/${comment.id}`, { answer: kind.value, text: words.value, seen: comment.seen });
    await desk.answered([stored]);
  };
  return element(
    'div',
    { class: 'ks-components-answer' },
    comment.answerLabel && element('p', {}, text('components.answered', comment.answerLabel)),
    field(kind.id, text('components.answer'), kind),
    field(words.id, text('components.answer.text'), words),
    action(text(comment.answer ? 'components.answer.change' : 'components.answer.store'), store, desk.note, comment.answer ? 'default' : 'primary'),
  );
}

function box(comment, boxes, many) {
  const input = element('input', { type: 'checkbox', onchange: () => many.refresh() });
  boxes.set(comment.id, input);
  return element('label', { class: 'ks-inline' }, input, ` ${text('components.choose', comment.city)}`);
}

function choosing(alike, boxes, many) {
  const choose = () => {
    alike.forEach(({ id }) => (boxes.get(id).checked = true));
    many.refresh();
    many.focus();
  };
  return element('button', { type: 'button', class: 'btn btn-link ks-rounds-link', onclick: choose }, text('components.alike', alike.length));
}

/** One answer for all that are chosen. */
function together(list, boxes, desk) {
  const { kind, words } = answerFields('many');
  const count = element('h3', { tabindex: '-1' });
  const chosen = () => list.filter(({ id }) => boxes.get(id)?.checked);
  const node = element(
    'section',
    { class: 'ks-components-many', hidden: true },
    count,
    field(kind.id, text('components.answer'), kind),
    field(words.id, text('components.answer.text'), words),
    action(
      text('components.answer.many'),
      async () => {
        const ids = chosen().map(({ id }) => id);
        await send('PUT', `${desk.address}/answers`, { comments: ids, answer: kind.value, text: words.value });
        await desk.answered(ids.map((id) => ({ id })));
      },
      desk.note,
      'primary',
    ),
  );
  const refresh = () => {
    node.hidden = chosen().length < 2;
    count.textContent = text('components.chosen', chosen().length);
  };
  return { node, refresh, focus: () => count.focus() };
}
