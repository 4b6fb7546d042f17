import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { failureNote, loadingNote } from '../cockpit/parts.mjs';
import { showMaturity } from './maturity.mjs';
import { showOwn } from './own.mjs';
import { showShared } from './shared.mjs';
import { showTimes } from './times.mjs';

const PARTS = [
  ['maturity', showMaturity],
  ['times', showTimes],
  ['shared', showShared],
  ['own', showOwn],
];

/** The view Verbund: one part at a time, each with a button that leads to it. */
export async function show(page) {
  const place = element('div', {});
  let asked = 0;
  const buttons = PARTS.map(([key, fill]) => element('button', { type: 'button', class: 'btn btn-default', onclick: () => open(key, fill) }, text(`exchange.part.${key}`)));
  page.replaceChildren(
    element('h1', {}, text('exchange.title')),
    element('p', { class: 'ks-intro' }, text('exchange.intro')),
    element('nav', { class: 'ks-exchange-parts', 'aria-label': text('exchange.parts') }, buttons),
    place,
  );

  async function open(key, fill) {
    asked += 1;
    const mine = asked;
    PARTS.forEach(([name], index) => buttons[index].setAttribute('aria-pressed', String(name === key)));
    const part = element('section', { 'aria-label': text(`exchange.part.${key}`) }, loadingNote());
    place.replaceChildren(part);
    try {
      await fill(part);
    } catch (failure) {
      if (mine === asked) {
        part.replaceChildren(failureNote(failure));
      }
    }
  }

  await open(...PARTS[0]);
}
