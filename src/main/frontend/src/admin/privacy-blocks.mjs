import { ask } from '../actions/dialog.mjs';
import { select, textInput } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post, remove } from '../tasklist.mjs';
import { alertNote, attempt, reasonAndDay, toSend } from './privacy-parts.mjs';

/** What keeps data from being deleted now, and a way to more. A person is blocked from where they were found. */
export function showBlocks(city, { blocks, kinds, administrator }, refresh) {
  const note = alertNote();
  const path = `admin/privacy/${city}/blocks`;
  const lift = (id) =>
    attempt(note, async () => {
      await remove(`${path}/${id}`);
      await refresh();
    });
  const list =
    blocks.length === 0
      ? element('p', {}, text('admin.privacy.blocks.none'))
      : table(
          text('admin.privacy.blocks'),
          ['scope', 'reason', 'since', 'until', 'by', ...(administrator ? ['lift'] : [])].map((column) => text(`admin.privacy.block.${column}`)),
          blocks.map((block) => [
            blocked(block, kinds),
            block.reason,
            localDate(block.since),
            block.until ? localDate(block.until) : text('admin.privacy.block.open'),
            block.by,
            ...(administrator
              ? [element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => lift(block.id) }, text('admin.privacy.block.lift'))]
              : []),
          ]),
        );
  const more =
    administrator &&
    element('button', { type: 'button', class: 'btn btn-default', onclick: () => askForBlock(path, kinds, refresh) }, text('admin.privacy.block.set'));
  return [element('p', {}, text('admin.privacy.blocks.intro')), list, more, note].filter(Boolean);
}

function blocked({ scope, restricted, kind, measure, person }, kinds) {
  const what = text(`admin.privacy.scope.${restricted ? 'RESTRICTED' : scope}`);
  const which = scope === 'KIND' ? kinds.find(({ key }) => key === kind)?.name : (measure ?? person.join(', '));
  return which ? `${what}: ${which}` : what;
}

function askForBlock(path, kinds, refresh) {
  const measure = textInput('measure', text('admin.privacy.block.measure'), { required: true });
  const kind = select(
    'kind',
    text('admin.privacy.block.kind'),
    kinds.map(({ key, name }) => ({ value: key, label: name })),
    { required: true },
  );
  const scope = select(
    'scope',
    text('admin.privacy.block.scope'),
    ['MEASURE', 'KIND', 'MUNICIPALITY'].map((value) => ({ value, label: text(`admin.privacy.scope.${value}`) })),
    { required: true },
  );
  const fit = () => {
    measure.node.hidden = scope.value() !== 'MEASURE';
    kind.node.hidden = scope.value() !== 'KIND';
  };
  scope.input.addEventListener('change', fit);
  fit();
  ask({
    title: text('admin.privacy.block.set'),
    intro: text('admin.privacy.blocks.intro'),
    fields: [scope, measure, kind, ...reasonAndDay()],
    accept: text('admin.privacy.block.set'),
    send: async (values) => {
      await post(path, { ...toSend(values), scope: values.scope || null });
      await refresh();
    },
  });
}
