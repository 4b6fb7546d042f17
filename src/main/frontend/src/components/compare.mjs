import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { failed, field } from '../rounds/parts.mjs';
import { read } from '../tasklist.mjs';
import { amount, difference } from './diff.mjs';

/** Any two versions of a component, or what the running round is about against one, section by section. */
export async function comparison(place, said) {
  const address = `components/${encodeURIComponent(place.component)}`;
  const { line, versions } = await read(address);
  const numbers = versions.map(({ version }) => String(version));
  const from = choice('ks-rounds-compare-from', numbers);
  const to = choice('ks-rounds-compare-to', [...(line.round ? ['draft'] : []), ...numbers]);
  from.value = (line.round ? numbers[0] : numbers[1]) ?? numbers[0] ?? '';
  const result = element('div', { 'aria-live': 'polite' });
  const compare = async () => {
    try {
      const query = new URLSearchParams({ from: from.value, to: to.value });
      result.replaceChildren(...sections(await read(`${address}/comparison?${query}`)));
    } catch (failure) {
      failed(said, failure);
    }
  };
  from.addEventListener('change', compare);
  to.addEventListener('change', compare);
  if (!numbers.length) {
    return [element('h1', {}, text('components.compare.of', line.name)), element('p', {}, text('components.noVersion'))];
  }
  await compare();
  return [
    element('h1', {}, text('components.compare.of', line.name)),
    element('div', { class: 'ks-components-choice' }, field(from.id, text('components.compare.from'), from), field(to.id, text('components.compare.to'), to)),
    result,
  ];
}

function choice(id, texts) {
  return element('select', { id, class: 'form-control' }, texts.map((value) => element('option', { value }, value === 'draft' ? text('components.draft') : text('components.version', value))));
}

function sections({ from, to, sections: all }) {
  const changed = all.filter(({ change }) => change !== 'SAME').length;
  return [
    element('p', {}, text('components.compare.sum', from, to, changed, all.length)),
    ...all.map(({ heading, change, label, pieces }) =>
      element(
        'section',
        {},
        element('h2', {}, `${heading} (${label})`),
        change === 'SAME'
          ? element('details', {}, element('summary', {}, text('components.compare.same')), difference(pieces))
          : [element('p', { class: 'help-block' }, amount(pieces)), difference(pieces)],
      ),
    ),
  ];
}
