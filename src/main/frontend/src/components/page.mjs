import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { failed, note } from '../rounds/parts.mjs';
import { linkTo, placeOf } from './addresses.mjs';
import { comparison } from './compare.mjs';
import { component } from './component.mjs';
import { consolidation } from './consolidation.mjs';
import { list } from './list.mjs';
import { round } from './round.mjs';

/** Shows what the address names: all components, one of them, a round of it, or the two views that are worked in. */
export async function show(page, hash) {
  const place = placeOf(hash);
  const said = note();
  const content = element('div', {}, element('p', { role: 'status', class: 'ks-loading' }, text('components.loading')));
  page.replaceChildren(...ways(place), said, content);
  try {
    content.replaceChildren(...[await view(place)(place, said, () => show(page, hash))].flat(Infinity).filter(Boolean));
  } catch (failure) {
    content.replaceChildren();
    failed(said, failure);
  }
}

function view({ component: name, round: number, view: wanted }) {
  if (!name) {
    return list;
  }
  if (wanted === 'vergleich') {
    return comparison;
  }
  if (!number) {
    return component;
  }
  return wanted === 'zusammenfuehrung' ? consolidation : round;
}

/** The way back: from a round to its component, from that to the list. */
function ways({ component: name, round: number, view: wanted }) {
  const back = [
    name && [linkTo(), text('components.title')],
    name && (number || wanted) && [linkTo({ component: name }), text('components.back.component')],
    number && wanted && [linkTo({ component: name, round: number }), text('components.back.round', number)],
  ].filter(Boolean);
  return back.length
    ? [element('nav', { 'aria-label': text('components.back'), class: 'ks-components-way' }, back.map(([href, words]) => element('a', { href }, `‹ ${words}`)))]
    : [];
}
