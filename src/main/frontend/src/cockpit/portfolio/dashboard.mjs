import { element } from '../../dom.mjs';
import { localNumber, text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { tileLinks } from './tiles.mjs';

/** The figures of the portfolio on Cockpit's first page; for operators, who may not see them, the way to the versions of models. */
export async function show(node) {
  const found = await read('portfolio?size=1').catch((failure) => (failure.status === 403 ? leadToVersions(node) : null));
  if (found) {
    node.append(element('div', { class: 'ks-dashboard' }, tileLinks(found.tiles)));
    // Camunda puts what is added below everything of its own; for managers it comes first, also with the keyboard.
    const section = node.closest('section');
    section?.parentElement.prepend(section);
  }
}

async function leadToVersions(node) {
  const models = await read('models').catch(() => null);
  if (models) {
    const older = models.versions.filter(({ newest }) => !newest).reduce((sum, { running }) => sum + running, 0);
    const words = element('p', {}, text('versions.older', localNumber(older)));
    node.append(element('div', { class: 'ks-dashboard' }, element('a', { href: '#/fassungen' }, text('versions.title')), words));
  }
  return null;
}
