import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/** What guides the phase of a form, folded in; null where there is nothing to read. */
export function guidePanel(guides) {
  if (!guides?.length) {
    return null;
  }
  return element(
    'details',
    { class: 'ks-guide' },
    element('summary', {}, text('guide.title', guides.map(({ title }) => title).join(', '))),
    element('ul', { class: 'ks-guide-list' }, guides.map(guide)),
  );
}

/**
 * What guides the phases of a measure, phase by phase; null where there is nothing to read.
 *
 * @param byPhase guides by the name of the phase
 * @param skipped names of phases that the measure leaves out
 */
export function guidesByPhase(byPhase, skipped = []) {
  const phases = Object.entries(byPhase ?? {}).filter(([phase]) => !skipped.includes(phase));
  if (!phases.length) {
    return null;
  }
  return element(
    'details',
    { class: 'ks-guide' },
    element('summary', {}, text('guide.phases')),
    element('dl', { class: 'ks-guide-phases' }, phases.map(([phase, guides]) => [element('dt', {}, text(`phase.${phase}`)), element('dd', {}, element('ul', { class: 'ks-guide-list' }, guides.map(guide)))])),
  );
}

function guide({ key, title, why, version, adoptedOn, adoptedBy, ownSince }) {
  return element(
    'li',
    {},
    element('strong', {}, title),
    why ? `: ${why}` : null,
    version ? element('div', { class: 'ks-guide-fact' }, text('guide.version', version, localDate(adoptedOn), adoptedBy)) : null,
    ownSince ? element('div', { class: 'ks-guide-fact' }, text('guide.own', localDate(ownSince))) : null,
    reading(key, title),
  );
}

// What a component says is fetched when somebody wants to read it, and once.
function reading(key, title) {
  const place = element('div', { class: 'ks-guide-text' });
  const node = element('details', { class: 'ks-guide-reading' }, element('summary', {}, text('guide.read', title)), place);
  let asked = false;
  node.addEventListener('toggle', async () => {
    if (!node.open || asked) {
      return;
    }
    asked = true;
    place.replaceChildren(element('p', { role: 'status' }, text('guide.loading')));
    try {
      place.replaceChildren(...content(await read(`guidance/${encodeURIComponent(key)}`)));
    } catch (failure) {
      asked = false;
      place.replaceChildren(element('p', { role: 'alert' }, failure.body?.message ?? text('guide.failed')));
    }
  });
  return node;
}

function content({ version, sections, own }) {
  return [
    own ? [element('h6', {}, text('guide.ownHeading', localDate(own.asOf))), own.blocks.map(block), element('p', { class: 'ks-guide-fact' }, source(own))] : [],
    version ? sections.map((part) => [element('h6', {}, part.heading), part.blocks.map(block)]) : [],
  ].flat(Infinity);
}

function source({ builtOn, source: words }) {
  return builtOn ? text('guide.builtOn', builtOn, words) : text('guide.source', words);
}

function block({ kind, texts }) {
  if (kind === 'LIST') {
    return element('ul', {}, texts.map((words) => element('li', {}, words)));
  }
  return element('p', {}, kind === 'HEADING' ? element('strong', {}, texts[0]) : texts[0]);
}
