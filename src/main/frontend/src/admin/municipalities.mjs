import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';

const COLUMNS = ['name', 'state', 'departments', 'people', 'running'];

/** The tab "Kommunen". */
export default { key: 'municipalities', show };

async function show(panel) {
  const municipalities = await read('admin/municipalities');
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.municipalities')),
    element('p', { class: 'ks-intro' }, text('admin.municipalities.intro')),
    table(
      text('admin.tab.municipalities'),
      COLUMNS.map((column) => text(`admin.municipalities.column.${column}`)),
      municipalities.map((row) => [
        row.name,
        text(`admin.state.${row.federalState}`),
        String(row.departments),
        String(row.people),
        String(row.running.length),
      ]),
    ),
  );
}
