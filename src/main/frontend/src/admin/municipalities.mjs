import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';
import { editor } from './municipalityfile.mjs';
import { showMunicipality } from './municipality.mjs';
import { failureText } from './failure.mjs';
import { stateOf } from './words.mjs';

const COLUMNS = ['name', 'federalState', 'departments', 'people', 'running', 'state'];

/** The tab "Kommunen": a list, each municipality on a page of its own, and new ones. */
export default { key: 'municipalities', show };

async function show(panel, said = '') {
  const municipalities = await read('admin/municipalities');
  const status = element('p', { role: 'status', class: 'ks-admin-said', tabindex: '-1' }, said);
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.municipalities')),
    element('p', { class: 'ks-intro' }, text('admin.municipalities.intro')),
    status,
    table(
      text('admin.tab.municipalities'),
      COLUMNS.map((column) => text(`admin.municipalities.column.${column}`)),
      municipalities.map((row) => [
        element('button', { type: 'button', class: 'btn btn-link', onclick: () => open(panel, row.id) }, row.name),
        text(`admin.state.${row.federalState}`),
        String(row.departments),
        String(row.people),
        row.running.length ? `${row.running.length}: ${row.running.slice(0, 5).join(', ')}${row.running.length > 5 ? ' …' : ''}` : '0',
        stateOf(row),
      ]),
    ),
    element(
      'p',
      { class: 'ks-admin-actions' },
      element('button', { type: 'button', class: 'btn btn-primary', onclick: () => found(panel, status) }, text('admin.municipalities.new')),
    ),
  );
  if (said) {
    status.focus();
  }
}

async function open(panel, id) {
  await showMunicipality(panel, id, (said) => show(panel, said));
}

async function found(panel, status) {
  try {
    const { content } = await read('admin/municipalities/template');
    panel.replaceChildren(
      element('p', {}, element('button', { type: 'button', class: 'btn btn-link', onclick: () => show(panel) }, text('admin.municipalities.back'))),
      element('h2', {}, text('admin.municipalities.new')),
      element('p', { class: 'ks-intro' }, text('admin.municipalities.newIntro')),
      editor({ content, base: null }, (plan) => show(panel, text('admin.municipalities.created', plan.name))),
    );
  } catch (failure) {
    status.textContent = failureText(failure);
  }
}
