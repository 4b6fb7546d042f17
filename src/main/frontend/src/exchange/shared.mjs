import { select, textInput } from '../actions/fields.mjs';
import { failureNote } from '../cockpit/parts.mjs';
import { element, paragraphs } from '../dom.mjs';
import { localDate, localNumber, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { taking } from './take.mjs';

const KINDS = ['KNOWLEDGE', 'STARTER_PROJECT'];
export const COMPONENTS = ['VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS'];
const FIELDS = ['BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER'];

/** What the members share: found by kind, component, field and words, read, and taken over. */
export async function showShared(part) {
  let turn = 0;
  const choices = (name, values) => select(name, text(`exchange.${name}`), [{ value: '', label: text('exchange.any') }, ...values.map((value) => ({ value, label: text(`exchange.${name}.${value}`) }))], { empty: false });
  const fields = [choices('kind', KINDS), choices('component', COMPONENTS), choices('field', FIELDS), textInput('words', text('exchange.words'), { maxlength: 100 })];
  const count = element('p', { class: 'ks-count', role: 'status' });
  const note = element('div', { 'aria-live': 'polite', tabindex: '-1' });
  const list = element('div');

  async function find() {
    turn += 1;
    const mine = turn;
    const query = new URLSearchParams(fields.map((field) => [field.name, field.value()]).filter(([, value]) => value)).toString();
    try {
      const items = await read(`exchange/shared?${query}`);
      if (mine === turn) {
        count.textContent = text('exchange.found', localNumber(items.length));
        list.replaceChildren(...items.map((item) => card(item, note)));
      }
    } catch (failure) {
      if (mine === turn) {
        list.replaceChildren(failureNote(failure));
      }
    }
  }

  const form = element(
    'form',
    {
      class: 'ks-exchange-filter',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        find();
      },
    },
    fields.map(({ node }) => node),
    element('button', { type: 'submit', class: 'btn btn-default' }, text('exchange.find')),
  );
  part.replaceChildren(element('h2', {}, text('exchange.part.shared')), element('p', {}, text('exchange.shared.intro')), form, note, count, list);
  await find();
}

function card(item, note) {
  const { kind, from, own, content, sharedAt } = item;
  const { knowledge, project } = content;
  const title = (knowledge ?? project).title;
  return element(
    'section',
    { class: 'ks-exchange-item', 'aria-label': title },
    element('h3', {}, title),
    element('p', { class: 'ks-small' }, [text(`exchange.kind.${kind}`), text('exchange.from', from, localDate(sharedAt)), own && text('exchange.yours')].filter(Boolean).join(' · ')),
    knowledge ? source(knowledge) : outline(project),
    own ? null : taking(item, title, note),
  );
}

function facts(pairs) {
  return element(
    'dl',
    { class: 'ks-exchange-facts' },
    pairs.filter(([, value]) => value).flatMap(([key, value]) => [element('dt', {}, text(`exchange.fact.${key}`)), element('dd', {}, value)]),
  );
}

function names(key, values) {
  return (values ?? []).map((value) => text(`exchange.${key}.${value}`)).join(', ');
}

function source({ kind, publisher, year, url, circularFields, components, keyStatements }) {
  return [
    facts([
      ['kind', text(`exchange.sort.${kind}`)],
      ['publisher', [publisher, year].filter(Boolean).join(', ')],
      ['components', names('component', components)],
      ['fields', names('field', circularFields)],
      ['url', safe(url) ? element('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, url) : url],
    ]),
    element('ul', {}, keyStatements.map((statement) => element('li', {}, statement))),
  ];
}

/** Somebody else has typed it: only what leads to a page is a link. */
function safe(url) {
  return /^https?:\/\//.test(url ?? '');
}

function outline({ field, problem, solution, goal, materialStream, months, indicators }) {
  return [
    facts([
      ['fields', names('field', [field])],
      ['materialStream', materialStream],
      ['months', text('exchange.months', months)],
      ['indicators', indicators.join(', ')],
    ]),
    ['problem', 'solution', 'goal'].map((key, index) => [element('h4', {}, text(`exchange.fact.${key}`)), paragraphs([problem, solution, goal][index])]),
  ];
}
