import { failureNote, loadingNote } from '../cockpit/parts.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { component } from './component.mjs';

/** Tasklist's address of the page. */
export const PATH = '/modellansatz-kommune';

/** How far the city is with each component: entered, released by somebody else, withdrawn. */
export async function show(page) {
  const note = element('div', { 'aria-live': 'polite', tabindex: '-1' });
  const place = element('div', {}, loadingNote());
  page.replaceChildren(element('h1', {}, text('standing.title')), element('p', { class: 'ks-intro' }, text('standing.intro')), note, place);
  const load = async () => {
    try {
      const shown = await read('standing');
      place.replaceChildren(shown.member ? '' : element('p', { class: 'alert alert-warning' }, text('standing.noMember')), ...shown.components.map((part) => component(part, shown, note, load)));
    } catch (failure) {
      place.replaceChildren(failureNote(failure));
    }
  };
  await load();
}
