import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { action, failed, field, input, note } from './parts.mjs';

const DAYS = ['periodFrom', 'periodTo', 'cutOff', 'due'];

/**
 * The form that opens a round: for all running measures unless some are chosen.
 *
 * @param opened called with the key of the new round
 * @param back   called when nothing is to be opened
 */
export function openingForm(opened, back) {
  const said = note();
  const name = input('ks-rounds-name', 'text', 120);
  const days = Object.fromEntries(DAYS.map((day) => [day, dayInput({ id: `ks-rounds-${day}` })]));
  const chosen = element('div', { class: 'ks-rounds-measures' });
  const boxes = [];
  const load = async () => {
    try {
      const measures = await read('rounds/candidates');
      chosen.replaceChildren(...measures.map((measure) => box(measure, boxes)));
    } catch (failure) {
      failed(said, failure);
    }
  };
  load();
  const send = async () => {
    const some = boxes.some(({ checked }) => !checked);
    const { key } = await post('rounds', {
      name: name.value,
      ...Object.fromEntries(DAYS.map((day) => [day, days[day].value() || null])),
      measures: some ? boxes.filter(({ checked }) => checked).map(({ value }) => value) : [],
    });
    opened(key);
  };
  return element(
    'section',
    { class: 'ks-rounds-form' },
    element('h2', {}, text('rounds.open')),
    element('p', {}, text('rounds.open.help')),
    said,
    field('ks-rounds-name', text('rounds.field.name'), name, text('rounds.field.name.help')),
    DAYS.map((day) => field(`ks-rounds-${day}`, text(`rounds.field.${day}`), days[day].node, text(`rounds.field.${day}.help`))),
    element('fieldset', {}, element('legend', {}, text('rounds.field.measures')), element('p', { class: 'help-block' }, text('rounds.field.measures.help')), tickAll(boxes), chosen),
    element(
      'p',
      { class: 'ks-rounds-actions' },
      action(text('rounds.open.now'), send, said, 'primary'),
      element('button', { type: 'button', class: 'btn btn-default', onclick: back }, text('rounds.cancel')),
    ),
  );
}

/** Reporting on a few measures is no matter of unticking hundreds. */
function tickAll(boxes) {
  const button = (words, checked) =>
    element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => boxes.forEach((box) => (box.checked = checked)) }, text(words));
  return element('p', { class: 'ks-rounds-actions' }, button('rounds.field.measures.all', true), button('rounds.field.measures.none', false));
}

function box({ number, title, state, reason }, boxes) {
  const checkbox = element('input', { type: 'checkbox', value: number, checked: true });
  boxes.push(checkbox);
  const resting = state === 'PAUSED' ? element('em', {}, ` ${text('rounds.rests', reason ?? '–')}`) : null;
  return element('label', {}, checkbox, ` ${number} ${title}`, resting);
}
