import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';

const PAUSE = 300;

/**
 * The filters of the portfolio.
 *
 * @param choices values with their labels, as the server knows them
 * @param asked   what is chosen now
 * @param ask     told of the names and values that change
 */
export function filters(choices, asked, ask) {
  let waiting = null;
  const search = element('input', {
    type: 'search',
    id: 'ks-portfolio-words',
    class: 'form-control',
    autocomplete: 'off',
    maxlength: '200',
    value: asked.words,
    oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => ask({ words: search.value }), PAUSE);
    },
  });
  const node = element(
    'form',
    { class: 'ks-filters', role: 'search', onsubmit: (event) => event.preventDefault() },
    field('words', search),
    choices.municipalities.length > 1 ? select('municipality', choices.municipalities, asked, ask) : null,
    select('field', choices.fields, asked, ask),
    select('department', choices.departments, asked, ask),
    select('phase', choices.phases, asked, ask),
    select('state', choices.states, asked, ask),
    select('exposure', choices.exposures, asked, ask),
    select('countermeasure', [{ value: 'RUNNING', label: text('cockpit.filter.countermeasure.RUNNING') }], asked, ask),
  );
  return { node, close: () => clearTimeout(waiting) };
}

function select(name, options, asked, ask) {
  const list = element(
    'select',
    { id: `ks-portfolio-${name}`, class: 'form-control', onchange: () => ask({ [name]: list.value }) },
    element('option', { value: '' }, text('cockpit.filter.all')),
    options.map(({ value, label }) => element('option', { value, selected: asked[name] === value }, label)),
  );
  return field(name, list);
}

function field(name, control) {
  return element('div', { class: 'ks-filter' }, element('label', { for: control.id }, text(`cockpit.filter.${name}`)), control);
}
