import { textInput } from '../actions/fields.mjs';
import { ask } from '../actions/dialog.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post } from '../tasklist.mjs';
import { deletion } from './privacy-deletion.mjs';
import { alertNote, attempt, field, saved, stopping } from './privacy-parts.mjs';

const FIELDS = ['names', 'mails', 'phones', 'users'];
const GOING = ['DELETED', 'EMPTIED', 'REPLACED'];

/**
 * Looks for a person, and offers what the law lets them ask for. `refresh` shows the rest of the page anew; `person.lookAgain` is
 * for the rest of the page, which may have changed what is stored of whoever is shown.
 */
export function showSearch(city, refresh, person) {
  const note = alertNote();
  const found = element('div', { 'aria-live': 'polite' });
  const form = element(
    'form',
    {
      class: 'ks-privacy-form',
      onsubmit: (event) => {
        event.preventDefault();
        attempt(note, () => search());
      },
    },
    FIELDS.map((name) => field('search', name, text(`admin.privacy.field.${name}`), 'textarea', { rows: '2' })),
    element('button', { type: 'submit', class: 'btn btn-primary' }, text('admin.privacy.search')),
    note,
  );
  const query = () =>
    Object.fromEntries(
      FIELDS.map((name) => [
        name,
        form.elements[name].value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ]),
    );
  const search = async () => {
    found.replaceChildren();
    const asked = query();
    const file = await post(`admin/privacy/${city}/person`, asked);
    found.replaceChildren(...showFile(city, file, asked, { search, refresh, form, found }));
  };
  person.lookAgain = async () => {
    if (found.querySelector('.ks-privacy-actions') !== null) {
      await search();
    }
  };
  return [element('p', {}, text('admin.privacy.person.intro')), form, found];
}

function showFile(city, file, asked, page) {
  const path = `admin/privacy/${city}/person`;
  const rows = file.items.filter(({ effect }) => effect !== 'PSEUDONYM');
  const proofs = file.items.filter(({ effect }) => effect === 'PSEUDONYM');
  const chosen = new Set(rows.filter(({ effect, certain }) => certain && GOING.includes(effect)).map(({ id }) => id));
  const note = alertNote();
  const done = async () => {
    await page.refresh();
    await page.search();
  };
  return [
    element('h4', {}, text('admin.privacy.found', file.items.length, file.responsible)),
    file.blocks.length > 0 && element('p', { class: 'ks-privacy-alert' }, text('admin.privacy.blocked', file.blocks.join('; '))),
    otherNames(file, page),
    rows.length > 0 && element('p', {}, text('admin.privacy.chosen')),
    rows.length > 0 && itemTable(path, rows, asked, chosen, page),
    proofs.length > 0 && proofList(proofs),
    element(
      'p',
      { class: 'ks-privacy-actions' },
      saved(text('admin.privacy.export.html'), 'auskunft.html', 'text/html', `${path}/export`, () => asked),
      saved(text('admin.privacy.export.json'), 'auskunft.json', 'application/json', `${path}/export`, () => asked),
      action('admin.privacy.restrict', () =>
        stopping('admin.privacy.restrict', async (values) => {
          await post(`${path}/restriction`, { person: asked, ...values });
          await done();
        }),
      ),
      action('admin.privacy.blockPerson', () =>
        stopping('admin.privacy.blockPerson', async (values) => {
          await post(`admin/privacy/${city}/blocks`, { scope: 'PERSON', person: asked, ...values });
          await done();
        }),
      ),
      action('admin.privacy.delete', () => deletion(path, file, asked, chosen, page, note), 'btn-danger'),
    ),
    note,
  ].filter(Boolean);
}

function action(key, onclick, style = 'btn-default') {
  return element('button', { type: 'button', class: `btn ${style}`, onclick }, text(key));
}

/** The same person may be known by more: whoever searches decides. */
function otherNames({ alsoKnownAs }, { form }) {
  const more = ['names', 'mails', 'phones'].flatMap((name) => alsoKnownAs[name].map((value) => ({ name, value })));
  return (
    more.length > 0 &&
    element(
      'p',
      {},
      text('admin.privacy.also'),
      more.map(({ name, value }) => [
        ' ',
        element(
          'button',
          {
            type: 'button',
            class: 'btn btn-default btn-sm',
            onclick: () => {
              form.elements[name].value = `${form.elements[name].value.trim()}\n${value}`.trim();
              form.elements[name].focus();
            },
          },
          `+ ${value}`,
        ),
      ]),
    )
  );
}

function itemTable(path, rows, asked, chosen, page) {
  return table(
    text('admin.privacy.person'),
    ['what', 'content', 'why', 'deletion', 'effect'].map((column) => text(`admin.privacy.column.${column}`)),
    rows.map((item) => [
      [item.place, item.measure && [element('br', {}), item.measure], element('p', { class: 'ks-hint' }, item.match)],
      [
        element('dl', {}, item.fields.map((each) => [element('dt', {}, each.label), element('dd', {}, each.text)])),
        item.correctable.map((each) => correction(path, item, each, asked, page)),
      ],
      [item.purpose, element('br', {}), item.legalBasis, element('br', {}), item.source],
      item.deleteOn ? localDate(item.deleteOn) : item.deletion,
      [
        GOING.includes(item.effect)
          ? element(
              'label',
              {},
              element('input', {
                type: 'checkbox',
                checked: chosen.has(item.id),
                onchange: (event) => (event.target.checked ? chosen.add(item.id) : chosen.delete(item.id)),
              }),
              ` ${item.effectName}`,
            )
          : item.effectName,
        item.because && [': ', item.because],
      ],
    ]),
  );
}

/** Who did which step stays, so it is counted rather than listed; the document for the person lists all of it. */
function proofList(proofs) {
  const counts = new Map();
  for (const { place, fields } of proofs) {
    for (const { label } of fields) {
      const words = `${place}: ${label}`;
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return element(
    'details',
    {},
    element('summary', {}, text('admin.privacy.proofs', proofs.length)),
    element('p', {}, proofs[0].because),
    element('ul', {}, [...counts].map(([words, count]) => element('li', {}, `${words} (${count})`))),
  );
}

function correction(path, item, { column, label, text: current }, asked, page) {
  const open = () =>
    ask({
      title: text('admin.privacy.correct', label),
      intro: item.place,
      fields: [textInput('value', label, { initial: current, required: true })],
      accept: text('admin.privacy.correct.save'),
      send: async ({ value }) => {
        await post(`${path}/correction`, { person: asked, item: item.id, field: column, value });
        await page.refresh();
        await page.search();
      },
    });
  return element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: open }, text('admin.privacy.correct', label));
}
