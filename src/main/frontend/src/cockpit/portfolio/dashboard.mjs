import { element } from '../../dom.mjs';
import { read } from '../../tasklist.mjs';
import { tileLinks } from './tiles.mjs';

/** The figures of the portfolio on Cockpit's first page; nothing for who may not see them. */
export async function show(node) {
  const found = await read('portfolio?size=1').catch(() => null);
  if (found) {
    node.append(element('div', { class: 'ks-dashboard' }, tileLinks(found.tiles)));
    // Camunda puts what is added below everything of its own; for managers it comes first, also with the keyboard.
    const section = node.closest('section');
    section?.parentElement.prepend(section);
  }
}
