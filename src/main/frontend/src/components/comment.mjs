import { element, paragraphs } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** How a comment can be answered. */
export const ANSWERS = ['ACCEPTED', 'PARTLY', 'DECLINED', 'NOTED'];

/** What a city says: its name, the kind of comment, the text, and what it proposes instead. */
export function said({ city, kindLabel, text: words, proposal }, heading = null) {
  return [
    heading ?? element('p', {}, element('strong', {}, city), ` · ${kindLabel}`),
    element('div', { lang: 'de' }, paragraphs(words)),
    proposal && element('blockquote', { lang: 'de' }, element('p', {}, element('strong', {}, text('components.proposal'))), paragraphs(proposal)),
  ];
}

/** The two fields of an answer; ids begin as those of the page's other fields do, so that refusals find them. */
export function answerFields(id, { answer = null, answerText = null } = {}) {
  const kind = element(
    'select',
    { id: `ks-rounds-${id}-answer`, class: 'form-control' },
    element('option', { value: '' }, text('actions.choose')),
    ANSWERS.map((value) => element('option', { value }, text(`components.answer.${value}`))),
  );
  kind.value = answer ?? '';
  const words = element('textarea', { id: `ks-rounds-${id}-text`, class: 'form-control', rows: '3', maxlength: '4000' });
  words.value = answerText ?? '';
  return { kind, words };
}

/** Whether two comments say the same, but for spaces, capitals and punctuation. */
export function equal(one, other) {
  const bare = ({ text: words, proposal }) =>
    `${words} ${proposal ?? ''}`
      .toLocaleLowerCase('de')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(one) === bare(other);
}
