import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post } from '../tasklist.mjs';
import { alertNote, attempt, field, saved } from './privacy-parts.mjs';

const FIELDS = ['names', 'mails', 'phones', 'users'];
const GOING = ['DELETED', 'EMPTIED', 'REPLACED'];

/** Looks for a person, and offers what the law lets them ask for. */
export function showSearch(city, again) {
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
    found.replaceChildren(...showFile(city, file, asked, { search, again, form }));
  };
  return [element('p', {}, text('admin.privacy.person.intro')), form, found];
}

function showFile(city, file, asked, page) {
  const note = alertNote();
  const path = `admin/privacy/${city}/person`;
  const keep = new Set();
  return [
    element('h4', {}, text('admin.privacy.found', file.items.length, file.responsible)),
    file.blocks.length > 0 && element('p', { class: 'ks-privacy-alert' }, text('admin.privacy.blocked', file.blocks.join('; '))),
    otherNames(file, page),
    itemTable(city, file, asked, keep, page, note),
    note,
    element(
      'p',
      { class: 'ks-privacy-actions' },
      saved(text('admin.privacy.export.html'), 'auskunft.html', 'text/html', `${path}/export`, () => asked),
      saved(text('admin.privacy.export.json'), 'auskunft.json', 'application/json', `${path}/export`, () => asked),
    ),
    restriction(path, asked, page),
    deletion(path, file, asked, keep, page),
  ].filter(Boolean);
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

function itemTable(city, file, asked, keep, page, note) {
  return table(
    text('admin.privacy.person'),
    ['what', 'content', 'why', 'deletion', 'effect'].map((column) => text(`admin.privacy.column.${column}`)),
    file.items.map((item) => [
      [item.kindName, item.measure && [element('br', {}), item.measure], element('br', {}), element('code', {}, item.table)],
      [
        element('dl', {}, Object.entries(item.content).map(([name, value]) => [element('dt', {}, name), element('dd', {}, shown(value))])),
        item.correctable.map((name) => correction(city, item, name, asked, page, note)),
      ],
      [item.purpose, element('br', {}), item.legalBasis, element('br', {}), item.source],
      item.deleteOn ? new Date(item.deleteOn).toLocaleDateString() : item.deletion,
      [
        GOING.includes(item.effect)
          ? element(
              'label',
              {},
              element('input', {
                type: 'checkbox',
                checked: true,
                onchange: (event) => (event.target.checked ? keep.delete(item.id) : keep.add(item.id)),
              }),
              ` ${item.effectName}`,
            )
          : item.effectName,
        item.because && [': ', item.because],
      ],
    ]),
  );
}

function shown(value) {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function correction(city, item, name, asked, page, note) {
  const id = `ks-privacy-${item.id}-${name}`;
  const input = element('input', { id, class: 'form-control', value: item.content[name] ?? '', autocomplete: 'off' });
  const correct = () =>
    attempt(note, async () => {
      await post(`admin/privacy/${city}/person/correction`, { person: asked, item: item.id, field: name, value: input.value });
      await page.again();
    });
  return element(
    'details',
    {},
    element('summary', {}, text('admin.privacy.correct', name)),
    element('label', { for: id, class: 'sr-only' }, text('admin.privacy.correct', name)),
    input,
    element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: correct }, text('admin.privacy.correct.save')),
  );
}

function restriction(path, asked, { again }) {
  const note = alertNote();
  const form = element(
    'form',
    {
      class: 'ks-privacy-form',
      onsubmit: (event) => {
        event.preventDefault();
        attempt(note, async () => {
          const { reason, until } = form.elements;
          await post(`${path}/restriction`, { person: asked, reason: reason.value, until: until.value || null });
          await again();
        });
      },
    },
    element('p', {}, text('admin.privacy.restrict.intro')),
    field('restrict', 'reason', text('admin.privacy.block.reason'), 'input', { maxlength: '500' }),
    field('restrict', 'until', text('admin.privacy.block.until'), 'input', { type: 'date' }),
    element('button', { type: 'submit', class: 'btn btn-default' }, text('admin.privacy.restrict')),
    note,
  );
  return element('details', {}, element('summary', {}, text('admin.privacy.restrict')), form);
}

function deletion(path, file, asked, keep, { again }) {
  const note = alertNote();
  const sure = element('input', { type: 'checkbox', id: 'ks-privacy-sure' });
  const erase = () =>
    attempt(note, async () => {
      if (!sure.checked) {
        note.textContent = text('admin.privacy.delete.sure');
        return;
      }
      await post(`${path}/deletion`, { person: asked, keep: [...keep], seen: file.fingerprint });
      await again();
    });
  return element(
    'details',
    {},
    element('summary', {}, text('admin.privacy.delete')),
    element('p', {}, text('admin.privacy.delete.intro')),
    element('p', {}, element('label', { for: 'ks-privacy-sure' }, sure, ` ${text('admin.privacy.delete.confirm')}`)),
    element('button', { type: 'button', class: 'btn btn-danger', onclick: erase }, text('admin.privacy.delete')),
    note,
  );
}
