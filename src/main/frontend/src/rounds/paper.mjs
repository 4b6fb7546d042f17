import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read, send } from '../tasklist.mjs';
import { action, field, input } from './parts.mjs';

/** The council paper: number, date and a text that begins as a draft from the reports and belongs to whoever writes it. */
export function paperForm(round, address, said, again) {
  const number = input('ks-rounds-paper-number', 'text', 40);
  number.value = round.paperNumber ?? '';
  const date = dayInput({ id: 'ks-rounds-paper-date', value: round.paperDate ?? '' });
  const words = element('textarea', { id: 'ks-rounds-paper-text', class: 'form-control ks-rounds-paper', rows: '24' });
  words.value = round.paperText ?? '';
  const draft = async () => {
    if (!words.value.trim() || globalThis.confirm(text('rounds.paper.replace'))) {
      words.value = (await read(`${address}/draft`)).text;
      words.focus();
    }
  };
  const keep = async () => {
    await send('PUT', `${address}/paper`, { number: number.value, date: date.value() || null, text: words.value });
    await again(text('rounds.paper.kept'));
  };
  return element(
    'div',
    { class: 'ks-rounds-form' },
    field('ks-rounds-paper-number', text('rounds.paper.number'), number, text('rounds.paper.number.help')),
    field('ks-rounds-paper-date', text('rounds.paper.date'), date.node),
    element('p', {}, action(text('rounds.paper.draft'), draft, said)),
    field('ks-rounds-paper-text', text('rounds.paper.text'), words, text('rounds.paper.text.help')),
    action(text('rounds.paper.keep'), keep, said, 'primary'),
  );
}
