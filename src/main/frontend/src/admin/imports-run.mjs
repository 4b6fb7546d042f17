import { element } from '../dom.mjs';
import { localDate, localNumber, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post, read, resource } from '../tasklist.mjs';
import { failureText } from './failure.mjs';
import { encodingField, FATES, moment, WORKING } from './imports-parts.mjs';
import { showRows } from './imports-rows.mjs';

const OPEN = ['OPEN', 'REFUSED', 'PLANNED', 'FAILED'];
const REPORTED = ['PLANNED', 'APPLIED', 'STOPPED'];
const BETWEEN_LOOKS = 1000;

/** One import: how far it is, what it would do or has done, and what can be done with it. It is looked at anew while it works. */
export async function showRun(content, city, id, back) {
  const path = `admin/imports/${city}/runs/${id}`;
  const title = element('h3', { tabindex: '-1' });
  const said = element('p', { role: 'status', class: 'ks-admin-said' });
  const state = element('div', {});
  const note = element('p', { role: 'alert', class: 'ks-field-error', tabindex: '-1' });
  const rest = element('div', {});
  let stage = null;
  let next = null;
  const look = async () => {
    const run = await read(path);
    title.textContent = text('admin.imports.run', run.document, localDate(run.asOf));
    state.replaceChildren(...stateOf(run));
    if (run.stage !== stage) {
      stage = run.stage;
      said.textContent = text(`admin.imports.said.${stage}`);
      rest.replaceChildren(...actions(run, path, act), ...(REPORTED.includes(stage) && run.total > 0 ? [showRows(path, run)] : []));
    }
    note.textContent = '';
    lookAgain();
  };
  // A look that fails is not the last one: the import goes on meanwhile.
  const lookAgain = () => {
    clearTimeout(next);
    next = WORKING.includes(stage) && content.contains(title) ? setTimeout(() => attempt(look, lookAgain), BETWEEN_LOOKS) : null;
  };
  const attempt = async (work, afterFailure = () => note.focus()) => {
    try {
      await work();
    } catch (failure) {
      note.textContent = failure.body?.errors?.map(({ message }) => message).join(' ') || failureText(failure);
      afterFailure();
    }
  };
  const act = (work) =>
    attempt(async () => {
      note.textContent = '';
      await work();
      await look();
      title.focus();
    });
  content.replaceChildren(
    element('p', {}, element('button', { type: 'button', class: 'btn btn-link', onclick: back }, text('admin.imports.back'))),
    title,
    said,
    state,
    note,
    rest,
  );
  await act(async () => {});
}

/** What is said of the import in any of its stages. */
function stateOf(run) {
  return [
    element('p', {}, text('admin.imports.begun', run.files.join(', ') || '–', run.by, moment(run.begunAt))),
    ...(WORKING.includes(run.stage) ? [progress(run)] : []),
    ...run.problems.map(({ field, message }) =>
      element('p', { class: 'alert alert-danger' }, ['file', 'encoding'].includes(field) ? null : element('strong', {}, `${field}: `), message),
    ),
    ...(run.total > 0 && !WORKING.includes(run.stage) ? [countsTable(run)] : []),
  ];
}

function progress({ stage, done, total, stopping }) {
  const known = total > 0;
  return element(
    'p',
    { class: 'ks-imports-progress' },
    element('progress', { 'aria-label': text(`admin.imports.stage.${stage}`), max: known ? String(total) : null, value: known ? String(done) : null }),
    ' ',
    text(stopping ? 'admin.imports.stopping' : known ? 'admin.imports.progress' : 'admin.imports.reading', localNumber(done), localNumber(total)),
  );
}

function countsTable(run) {
  return table(
    text('admin.imports.counts'),
    [...FATES.map((fate) => text(`admin.imports.fate.${fate}`)), text('admin.imports.findings')],
    [[...FATES.map((fate) => localNumber(run.rows[fate] ?? 0)), localNumber(run.findings)]],
    { rowHeader: -1 },
  );
}

function actions(run, path, act) {
  const encoding = run.problems.some(({ field }) => field === 'encoding') ? encodingField(text('admin.imports.encoding.say')) : null;
  const button = (key, style, target, body = () => ({})) =>
    element('button', { type: 'button', class: `btn ${style}`, onclick: () => act(() => post(`${path}/${target}`, body())) }, text(key));
  const changes = (run.rows.CREATED ?? 0) + (run.rows.UPDATED ?? 0);
  const all = [
    run.stage === 'PLANNED' && changes > 0 ? button('admin.imports.apply', 'btn-primary', 'apply') : null,
    encoding || run.stage === 'FAILED'
      ? button('admin.imports.again', 'btn-primary', 'plan', () => ({ encoding: encoding?.value() || null }))
      : null,
    WORKING.includes(run.stage) ? button('admin.imports.stop', 'btn-default', 'stop') : null,
    OPEN.includes(run.stage) ? button('admin.imports.discard', 'btn-default', 'stop') : null,
    REPORTED.includes(run.stage) && run.total > 0
      ? element('a', { class: 'btn btn-default', href: resource(`${path}/report`), download: '' }, text('admin.imports.report'))
      : null,
  ].filter(Boolean);
  return [encoding?.node, all.length > 0 ? element('p', { class: 'ks-admin-actions' }, all) : null].filter(Boolean);
}
