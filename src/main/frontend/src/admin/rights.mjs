import { element } from '../dom.mjs';
import { language, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';

/** The tab "Rechte": the file that the gate asks, as a table for each area. */
export default { key: 'rights', show };

async function show(panel) {
  const { roles, areas } = await read('admin/rights');
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.rights')),
    element('p', { class: 'ks-intro' }, text('admin.rights.intro')),
    ...areas.flatMap((area) => [
      element('h3', {}, named({ name: area.area, english: area.english })),
      table(
        named({ name: area.area, english: area.english }),
        [text('admin.rights.operation'), ...roles.map((role) => text(`admin.role.${role}`))],
        area.operations.map((operation) => [named(operation), ...roles.map((role) => cell(operation, role))]),
      ),
    ]),
  );
}

function named({ name, english }) {
  return language() === 'de' ? name : english;
}

function cell(operation, role) {
  if (operation.public || operation.yes.includes(role)) {
    return text('admin.rights.yes');
  }
  return operation.own.includes(role) ? text('admin.rights.own') : text('admin.rights.no');
}
