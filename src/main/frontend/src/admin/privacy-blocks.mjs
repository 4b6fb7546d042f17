import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post, remove } from '../tasklist.mjs';
import { alertNote, attempt, field } from './privacy-parts.mjs';

/** What keeps data from being deleted now, and a form for more. A person is blocked from where they were found. */
export function showBlocks(city, { blocks, kinds, administrator }, again) {
  const note = alertNote();
  const path = `admin/privacy/${city}/blocks`;
  const name = (block) =>
    block.scope === 'KIND' ? (kinds.find(({ key }) => key === block.kind)?.name ?? block.kind) : text(`admin.privacy.scope.${block.scope}`);
  const lift = (id) => attempt(note, async () => {
    await remove(`${path}/${id}`);
    await again();
  });
  const list =
    blocks.length === 0
      ? element('p', {}, text('admin.privacy.blocks.none'))
      : table(
          text('admin.privacy.blocks'),
          ['scope', 'reason', 'since', 'until', 'by', ...(administrator ? ['lift'] : [])].map((column) => text(`admin.privacy.block.${column}`)),
          blocks.map((block) => [
            block.restricted ? text('admin.privacy.scope.RESTRICTED') : name(block),
            block.reason,
            new Date(block.since).toLocaleDateString(),
            block.until ? new Date(block.until).toLocaleDateString() : text('admin.privacy.block.open'),
            block.by,
            ...(administrator
              ? [element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => lift(block.id) }, text('admin.privacy.block.lift'))]
              : []),
          ]),
        );
  return [element('p', {}, text('admin.privacy.blocks.intro')), list, administrator && blockForm(path, kinds, again), note].filter(Boolean);
}

function blockForm(path, kinds, again) {
  const note = alertNote();
  const options = (entries) => entries.map(([value, label]) => element('option', { value }, label));
  const scope = field('block', 'scope', text('admin.privacy.block.scope'), 'select');
  scope.querySelector('select').append(
    ...options(['MUNICIPALITY', 'MEASURE', 'KIND'].map((value) => [value, text(`admin.privacy.scope.${value}`)])),
  );
  const kind = field('block', 'kind', text('admin.privacy.block.kind'), 'select');
  kind.querySelector('select').append(...options(kinds.map(({ key, name }) => [key, name])));
  const form = element(
    'form',
    {
      class: 'ks-privacy-form',
      onsubmit: (event) => {
        event.preventDefault();
        attempt(note, async () => {
          const { elements } = form;
          await post(path, {
            scope: elements.scope.value,
            kind: elements.kind.value,
            measure: elements.measure.value,
            reason: elements.reason.value,
            until: elements.until.value || null,
          });
          await again();
        });
      },
    },
    scope,
    kind,
    field('block', 'measure', text('admin.privacy.block.measure'), 'input', { maxlength: '20' }),
    field('block', 'reason', text('admin.privacy.block.reason'), 'input', { maxlength: '500' }),
    field('block', 'until', text('admin.privacy.block.until'), 'input', { type: 'date' }),
    element('button', { type: 'submit', class: 'btn btn-default' }, text('admin.privacy.block.set')),
    note,
  );
  return element('details', {}, element('summary', {}, text('admin.privacy.block.set')), form);
}
