import { dateField, select, textInput } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { upload } from '../documents/upload.mjs';
import { reason } from '../documents/uploads.mjs';
import { post, read, resource } from '../tasklist.mjs';
import { failureText } from './failure.mjs';
import { counted, encodingField, moment } from './imports-parts.mjs';
import { showRun } from './imports-run.mjs';

/** The tab "Übernahmen": files of measures are looked at first and applied then, and what became of them is kept. */
export default { key: 'imports', show };

async function show(panel) {
  const cities = await read('admin/imports');
  const content = element('div', { class: 'ks-imports' });
  const choice = element(
    'select',
    { id: 'ks-imports-city', class: 'form-control', onchange: () => showCity(content, choice.value) },
    cities.map(({ id, name }) => element('option', { value: id }, name)),
  );
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.imports')),
    element('p', { class: 'ks-intro' }, text('admin.imports.intro')),
    element('p', {}, element('label', { for: 'ks-imports-city' }, text('admin.privacy.city')), choice),
    content,
  );
  if (cities.length > 0) {
    await showCity(content, cities[0].id);
  }
}

/** What can be begun in a municipality, and what was. */
async function showCity(content, city) {
  const page = await read(`admin/imports/${city}`);
  const open = (id) => showRun(content, city, id, () => showCity(content, city));
  content.replaceChildren(
    section('templates', templates(city)),
    section('new', form(city, page, open)),
    section('runs', runsTable(page.runs, open)),
  );
}

function section(key, ...children) {
  const id = `ks-imports-${key}`;
  return element('section', { 'aria-labelledby': id }, element('h3', { id }, text(`admin.imports.${key}`)), children);
}

function templates(city) {
  const link = (what, format, name) =>
    element(
      'a',
      { class: 'btn btn-default', href: resource(`admin/imports/${city}/${what}.${format}`), download: `${name}.${format}` },
      text(`admin.imports.${what}.${format}`),
    );
  return [
    element('p', { class: 'ks-intro' }, text('admin.imports.templates.intro')),
    element('p', { class: 'ks-admin-actions' }, link('template', 'xlsx', 'vorlage-massnahmen'), ' ', link('template', 'csv', 'vorlage-massnahmen')),
    element('p', { class: 'ks-intro' }, text('admin.imports.measures.intro')),
    element('p', { class: 'ks-admin-actions' }, link('measures', 'xlsx', 'massnahmen'), ' ', link('measures', 'csv', 'massnahmen')),
  ];
}

/** What is said about an import, its files, and the button that has it looked at. */
function form(city, page, open) {
  const choices = (list) => list.map(({ value, label }) => ({ value, label }));
  const said = [
    textInput('document', text('admin.imports.document'), { required: true, maxlength: 250, hint: text('admin.imports.document.hint') }),
    textInput('place', text('admin.imports.place'), { maxlength: 250 }),
    dateField('asof', text('admin.imports.asof'), { value: '', min: null, required: true }),
    select('lead', text('admin.imports.lead'), choices(page.departments), { required: true, hint: text('admin.imports.lead.hint') }),
    select('state', text('admin.imports.state'), choices(page.states), { empty: false, hint: text('admin.imports.state.hint') }),
    dateField('begin', text('admin.imports.begin'), { value: '', min: null, hint: text('admin.imports.begin.hint') }),
    select('scope', text('admin.imports.scope'), choices(page.scopes), { empty: false }),
    select('budget', text('admin.imports.budget'), choices(page.budgets), { empty: false }),
  ];
  choose(said, 'state', 'IMPLEMENTATION');
  choose(said, 'scope', 'CITY');
  const files = fileField();
  const encoding = encodingField();
  const note = element('p', { role: 'alert', class: 'ks-field-error', tabindex: '-1' });
  const sending = element('div', { class: 'ks-uploads' });
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('admin.imports.check'));
  const fields = [...said, encoding, files];
  const send = async () => {
    fields.forEach((field) => field.problem(null));
    note.textContent = '';
    if (files.chosen().length === 0) {
      files.problem(text('admin.imports.files.none'));
      files.focus();
      return;
    }
    button.disabled = true;
    try {
      open(await begin(city, fields, files.chosen(), sending));
    } catch (failure) {
      refuse(failure, fields, note);
    } finally {
      button.disabled = false;
      sending.replaceChildren();
    }
  };
  return element(
    'form',
    {
      class: 'ks-imports-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        return send();
      },
    },
    fields.map(({ node }) => node),
    note,
    sending,
    element('p', {}, button, ' ', text('admin.imports.check.hint')),
  );
}

function choose(fields, name, value) {
  fields.find((field) => field.name === name).input.value = value;
}

function fileField() {
  const error = element('p', { id: 'ks-imports-files-error', class: 'ks-field-error', hidden: true });
  const input = element('input', {
    type: 'file',
    id: 'ks-imports-files',
    multiple: true,
    accept: '.csv,.xlsx,.json,.txt',
    'aria-describedby': 'ks-imports-files-hint ks-imports-files-error',
    'aria-required': 'true',
  });
  return {
    name: 'file',
    input,
    node: element(
      'div',
      { class: 'ks-field' },
      element('label', { for: 'ks-imports-files' }, text('admin.imports.files'), element('span', { class: 'ks-required', 'aria-hidden': 'true' }, ' *')),
      input,
      element('p', { id: 'ks-imports-files-hint', class: 'ks-hint' }, text('admin.imports.files.hint')),
      error,
    ),
    value: () => null,
    chosen: () => [...input.files],
    focus: () => input.focus(),
    problem: (message) => {
      error.textContent = message ?? '';
      error.hidden = !message;
      input.setAttribute('aria-invalid', String(Boolean(message)));
    },
  };
}

/** Tells the server about the import, sends its files one after the other, and has it looked at. */
async function begin(city, fields, files, sending) {
  const said = Object.fromEntries(fields.filter(({ name }) => name !== 'file').map((field) => [field.name, field.value() || null]));
  const { id } = await post(`admin/imports/${city}/runs`, said);
  for (const file of files) {
    const bar = element('progress', { max: '1', value: '0', 'aria-label': text('documents.progressOf', file.name) });
    sending.replaceChildren(element('p', { class: 'ks-upload' }, element('span', { class: 'ks-upload-name' }, file.name), ' ', bar));
    await upload(`admin/imports/${city}/runs/${id}/files`, file, (share) => (bar.value = share));
  }
  await post(`admin/imports/${city}/runs/${id}/plan`, {});
  return id;
}

/** Shows each problem at its field, the rest beside the button, and goes to the first. */
function refuse(failure, fields, note) {
  const errors = failure.body?.errors ?? [];
  const known = errors.filter(({ field, message }) => {
    const at = fields.find(({ name }) => name === field);
    at?.problem(message);
    return at;
  });
  const others = errors.filter((error) => !known.includes(error)).map(({ message }) => message);
  if (known.length === 0 && others.length === 0) {
    others.push(failure.status === 0 ? reason(failure) : failureText(failure));
  }
  note.textContent = others.join(' ');
  const first = fields.find(({ name }) => known.some(({ field }) => field === name));
  (first ?? note).focus();
}

function runsTable(runs, open) {
  if (runs.length === 0) {
    return element('p', {}, text('admin.imports.runs.none'));
  }
  return table(
    text('admin.imports.runs'),
    ['at', 'document', 'files', 'stage', 'rows', 'by', 'open'].map((column) => text(`admin.imports.runs.${column}`)),
    runs.map((run) => [
      moment(run.begunAt),
      `${run.document} (${localDate(run.asOf)})`,
      run.files.join(', '),
      text(`admin.imports.stage.${run.stage}`),
      counted(run),
      run.appliedBy ?? run.by,
      element(
        'button',
        { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': text('admin.imports.runs.openOf', run.document, moment(run.begunAt)), onclick: () => open(run.id) },
        text('admin.imports.runs.open'),
      ),
    ]),
  );
}
