import { element } from '../dom.mjs';
import { localNumber, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';
import { failureText } from './failure.mjs';
import { FATES } from './imports-parts.mjs';

/** The rows of an import, fifty at a time, to be narrowed to one outcome; and one of them field by field. */
export function showRows(path, run) {
  const list = element('div', {});
  const detail = element('div', {});
  const note = element('p', { role: 'alert', class: 'ks-field-error' });
  const attempt = async (work) => {
    note.textContent = '';
    try {
      await work();
    } catch (failure) {
      note.textContent = failureText(failure);
    }
  };
  const open = (row) => attempt(async () => showRow(detail, row, await read(`${path}/rows/${row.position}`)));
  const page = (fate, after) =>
    attempt(async () => {
      const { rows, next } = await read(`${path}/rows?after=${after}${fate ? `&fate=${fate}` : ''}`);
      detail.replaceChildren();
      list.replaceChildren(
        rows.length > 0 ? rowsTable(rows, run, open) : element('p', {}, text('admin.imports.rows.none')),
        element(
          'p',
          { class: 'ks-admin-actions' },
          after > 0 ? element('button', { type: 'button', class: 'btn btn-default', onclick: () => page(fate, 0) }, text('admin.imports.rows.first')) : null,
          next ? element('button', { type: 'button', class: 'btn btn-default', onclick: () => page(fate, next) }, text('admin.imports.rows.next')) : null,
        ),
      );
    });
  const choice = element(
    'select',
    { id: 'ks-imports-fate', class: 'form-control', onchange: () => page(choice.value, 0) },
    element('option', { value: '' }, text('admin.imports.rows.all')),
    FATES.filter((fate) => run.rows[fate]).map((fate) => element('option', { value: fate }, `${text(`admin.imports.fate.${fate}`)} (${localNumber(run.rows[fate])})`)),
  );
  page('', 0);
  return element(
    'section',
    { 'aria-labelledby': 'ks-imports-rows' },
    element('h4', { id: 'ks-imports-rows' }, text('admin.imports.rows')),
    element('p', {}, element('label', { for: 'ks-imports-fate' }, text('admin.imports.rows.which')), ' ', choice),
    note,
    list,
    detail,
  );
}

function rowsTable(rows, run, open) {
  const unapplied = run.stage === 'STOPPED';
  return table(
    text('admin.imports.rows'),
    ['line', 'title', 'id', 'number', 'fate', 'findings', 'fields'].map((column) => text(`admin.imports.rows.${column}`)),
    rows.map((row) => [
      String(row.line ?? row.position),
      row.title ?? '–',
      row.id || '–',
      row.number ?? '–',
      text(`admin.imports.fate.${row.fate}`) + (unapplied && !row.applied ? ` (${text('admin.imports.rows.notApplied')})` : ''),
      localNumber(row.findings),
      element(
        'button',
        { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': text('admin.imports.rows.fieldsOf', row.line ?? row.position), onclick: () => open(row) },
        text('admin.imports.rows.fields'),
      ),
    ]),
  );
}

function showRow(node, row, lines) {
  const title = element('h4', { tabindex: '-1' }, text('admin.imports.row', row.line ?? row.position, row.title || row.id || '–'));
  node.replaceChildren(
    title,
    table(
      title.textContent,
      ['field', 'part', 'original', 'fate', 'target', 'note'].map((column) => text(`admin.imports.row.${column}`)),
      lines.map((line) => [
        line.field || text('admin.imports.row.whole'),
        line.part,
        line.original ?? '–',
        line.wrong ? element('strong', {}, line.fate ?? text('admin.imports.fate.REFUSED')) : (line.fate ?? '–'),
        line.target ?? '–',
        line.note ?? '',
      ]),
    ),
  );
  title.focus();
}
