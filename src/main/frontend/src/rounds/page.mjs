import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { openingForm } from './opening.mjs';
import { nextStep } from './next.mjs';
import { failed, note, table } from './parts.mjs';
import { showRound } from './round.mjs';

/** Tasklist's and Cockpit's address of the page. */
export const PATH = '/berichtsrunden';

/** All reporting rounds; the climate staff unit opens new ones here. */
export async function show(page) {
  const said = note();
  const place = element('div', {}, element('p', { role: 'status', class: 'ks-loading' }, text('rounds.loading')));
  const title = element('h1', {}, text('rounds.title'));
  page.replaceChildren(title, said, place);
  try {
    const overview = await read('rounds');
    place.replaceChildren(
      overview.mayAct ? opener(page, place) : '',
      overview.rounds.length ? list(page, overview.rounds) : element('p', {}, text('rounds.none')),
    );
  } catch (failure) {
    place.replaceChildren();
    failed(said, failure);
  }
}

function opener(page, place) {
  return element(
    'p',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'btn btn-primary',
        onclick: () => place.replaceChildren(openingForm((key) => showRound(page, key, () => show(page)), () => show(page))),
      },
      text('rounds.open'),
    ),
  );
}

function list(page, rounds) {
  return table({
    caption: text('rounds.title'),
    hideCaption: true,
    columns: [
      text('rounds.column.round'),
      text('rounds.column.period'),
      text('rounds.column.cutOff'),
      text('rounds.column.due'),
      text('rounds.column.state'),
      text('rounds.column.next'),
      { label: text('rounds.column.reported'), number: true },
    ],
    rows: rounds.map((round) => [
      element('button', { type: 'button', class: 'btn btn-link ks-rounds-link', onclick: () => showRound(page, round.key, () => show(page)) }, `${round.key} ${round.name}`),
      text('rounds.fromTo', localDay(round.periodFrom), localDay(round.periodTo)),
      localDay(round.cutOff),
      round.overdue ? text('rounds.dueOver', localDay(round.due)) : localDay(round.due),
      round.stateLabel,
      nextStep(round.next),
      text('rounds.nOfM', round.reported, round.expected),
    ]),
  });
}
