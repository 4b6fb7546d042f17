import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/** Questions from the public page of a measure, below a heading of their own; nothing where nobody has asked. */
export function questions(number) {
  const place = element('div', {});
  read(`measures/${encodeURIComponent(number)}/questions`)
    .then((all) => {
      if (all?.length) {
        place.replaceChildren(element('h2', {}, text('measures.questions')), element('ul', { class: 'ks-questions' }, ...all.map(one)));
      }
    })
    .catch(() => place.replaceChildren(element('p', { role: 'status' }, text('measures.questions.failed'))));
  return place;
}

function one({ askedOn, endedOn, state, because, text: words, answer }) {
  return element(
    'li',
    {},
    element('strong', {}, text('measures.questions.on', localDay(askedOn))),
    ' ',
    endedOn ? text('measures.questions.ended', state, localDay(endedOn)) : state,
    because && ` (${because})`,
    words && element('p', {}, words),
    answer && element('p', {}, text('measures.questions.answer', answer)),
  );
}
