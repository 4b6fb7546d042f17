import { dateField, select, textInput } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { upload } from '../documents/upload.mjs';
import { reason } from '../documents/uploads.mjs';
import { post, read, resource } from '../tasklist.mjs';
import { failureText } from './failure.mjs';
import { counted, encodingField, moment, WORKING } from './imports-parts.mjs';
import { showRun } from './imports-run.mjs';

/** The tables of a template, each of which a text file may hold. */
const TABLES = ['TABLE', 'INDICATORS', 'PLAN', 'FUNDING', 'DECISIONS', 'REPORTS', 'SOURCES'];

const MOST_FILES = 10;
const MOST_MEGABYTES = 64;

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
    ...atWork(page.runs, open),
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
  const address = (what, format, query = '') => resource(`admin/imports/${city}/${what}.${format}${query}`);
  const workbook = (what, name) =>
    element(
      'p',
      { class: 'ks-admin-actions' },
      element('a', { class: 'btn btn-default', href: address(what, 'xlsx'), download: `${name}.xlsx` }, text(`admin.imports.${what}.xlsx`)),
    );
  const texts = (what) =>
    element(
      'details',
      { class: 'ks-imports-texts' },
      element('summary', {}, text(`admin.imports.${what}.csv`)),
      element(
        'ul',
        {},
        TABLES.map((table) => element('li', {}, element('a', { href: address(what, 'csv', `?table=${table}`), download: '' }, text(`admin.imports.table.${table}`)))),
      ),
    );
  return [
    element('p', { class: 'ks-intro' }, text('admin.imports.templates.intro')),
    workbook('template', 'vorlage-massnahmen'),
    texts('template'),
    element('p', { class: 'ks-intro' }, text('admin.imports.measures.intro')),
    workbook('measures', 'massnahmen'),
    texts('measures'),
    element('p', { class: 'ks-intro' }, text('admin.imports.openData')),
  ];
}

/** Whoever has left the page while an import was at work finds it again. */
function atWork(runs, open) {
  return runs
    .filter(({ stage }) => WORKING.includes(stage))
    .map((run) =>
      element(
        'p',
        { class: 'alert alert-info' },
        text('admin.imports.atWork', run.document, text(`admin.imports.stage.${run.stage}`)),
        ' ',
        element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => open(run.id) }, text('admin.imports.atWork.look')),
      ),
    );
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
    const wrong = wrongFiles(files.chosen());
    if (wrong) {
      files.problem(wrong);
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

/** What is wrong with the files as far as it can be said before they are sent; null if nothing is. */
function wrongFiles(files) {
  if (files.length === 0) {
    return text('admin.imports.files.none');
  }
  if (files.length > MOST_FILES) {
    return text('admin.imports.files.tooMany', MOST_FILES);
  }
  const empty = files.find(({ size }) => size === 0);
  const large = files.find(({ size }) => size > MOST_MEGABYTES * 1024 * 1024);
  return empty ? text('admin.imports.files.empty', empty.name) : large ? text('admin.imports.files.tooLarge', large.name, MOST_MEGABYTES) : null;
}

/** Tells the server about the import, sends its files one after the other, and has it looked at. */
async function begin(city, fields, files, sending) {
  const said = Object.fromEntries(fields.filter(({ name }) => name !== 'file').map((field) => [field.name, field.value() || null]));
  const { id } = await post(`admin/imports/${city}/runs`, said);
  try {
    await send(city, id, files, sending);
  } catch (failure) {
    // Half an import is none: nobody is to find it among the others.
    await post(`admin/imports/${city}/runs/${id}/stop`, {}).catch(() => {});
    throw failure;
  }
  await post(`admin/imports/${city}/runs/${id}/plan`, {});
  return id;
}

async function send(city, id, files, sending) {
  for (const file of files) {
    const bar = element('progress', { max: '1', value: '0', 'aria-label': text('documents.progressOf', file.name) });
    sending.replaceChildren(element('p', { class: 'ks-upload' }, element('span', { class: 'ks-upload-name' }, file.name), ' ', bar));
    await upload(`admin/imports/${city}/runs/${id}/files`, file, (share) => (bar.value = share));
  }
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
