import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { tileLinks } from './tiles.mjs';

/** The figures of the portfolio on Cockpit's first page; nothing for who may not see them. */
export async function show(node) {
  const found = await read('portfolio?size=1').catch(() => null);
  if (found) {
    node.append(
      element('section', { class: 'ks-dashboard' }, element('h2', {}, text('cockpit.tiles')), tileLinks(found.tiles)),
    );
  }
}
