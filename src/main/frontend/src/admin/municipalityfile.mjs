import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post } from '../tasklist.mjs';
import { failureText } from './failure.mjs';

/** Codes that become words of their own; any other section is named as the file names it. */
const SECTIONS = ['municipality', 'association', 'departments', 'people'];

const HINTS = ['NOT_HERE', 'NO_COORDINATOR'];

/**
 * The file of a municipality to be edited: checked first, which says what would change, then applied.
 *
 * @param file    its text and the version it was made from, null for a new municipality
 * @param applied called with the plan when it holds
 */
export function editor({ content, base }, applied) {
  const area = element('textarea', { id: 'ks-admin-file', class: 'form-control', rows: 24, spellcheck: 'false', 'aria-describedby': 'ks-admin-file-hint ks-admin-file-problem' });
  area.value = content;
  const problem = element('div', { id: 'ks-admin-file-problem' });
  const result = element('section', { 'aria-live': 'polite' });
  const said = (failure) => {
    result.replaceChildren();
    problem.replaceChildren(refusal(failure, area));
  };
  const check = async () => {
    problem.replaceChildren();
    area.removeAttribute('aria-invalid');
    try {
      const plan = await post('admin/municipalities/plan', { content: area.value, base });
      result.replaceChildren(...planned(plan, apply));
    } catch (failure) {
      said(failure);
    }
  };
  const apply = async (plan, button) => {
    button.disabled = true;
    try {
      await post('admin/municipalities', { content: area.value, base });
      await applied(plan);
    } catch (failure) {
      button.disabled = false;
      said(failure);
    }
  };
  // What was checked is what is applied: another letter wants another check.
  area.addEventListener('input', () => result.replaceChildren());
  return element(
    'div',
    { class: 'ks-admin-editor' },
    element('label', { for: 'ks-admin-file' }, text('admin.file.label')),
    element('p', { id: 'ks-admin-file-hint', class: 'ks-intro' }, text('admin.file.hint')),
    area,
    problem,
    element(
      'p',
      { class: 'ks-admin-actions' },
      element('button', { type: 'button', class: 'btn btn-default', onclick: check }, text('admin.file.check')),
      upload(area, result),
    ),
    result,
  );
}

function upload(area, result) {
  return element(
    'label',
    { class: 'btn btn-default' },
    text('admin.file.upload'),
    element('input', {
      type: 'file',
      accept: '.yaml,.yml',
      class: 'sr-only',
      onchange: async (event) => {
        const [file] = event.target.files;
        if (file) {
          area.value = await file.text();
          result.replaceChildren();
        }
      },
    }),
  );
}

/** Why a file is refused; where its line is known, the line is chosen in the editor. */
function refusal(failure, area) {
  const [wrong] = failure.body?.errors ?? [];
  if (!wrong) {
    return element('p', { role: 'alert', class: 'alert alert-danger' }, failureText(failure));
  }
  area.setAttribute('aria-invalid', 'true');
  goTo(area, wrong.line);
  return element(
    'p',
    { role: 'alert', class: 'alert alert-danger' },
    element('strong', {}, text('admin.file.line', wrong.line)),
    wrong.field ? [' · ', element('code', {}, wrong.field)] : null,
    `: ${wrong.message}`,
  );
}

function goTo(area, line) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 20;
  area.scrollTop = Math.max(0, (line - 6) * height);
}

/** Members of the association that cannot be asked anything: allowed, but good to know before. */
function hintsOf(hints) {
  return HINTS.map((kind) => [kind, hints.filter((hint) => hint.kind === kind)])
    .filter(([, members]) => members.length)
    .map(([kind, members]) =>
      element('p', { class: 'alert alert-info' }, text(`admin.file.hint.${kind}`, members.length, members.map(({ member }) => member).join(', '))),
    );
}

function planned(plan, apply) {
  const losing = plan.changes.filter(({ kind, section }) => kind === 'REMOVED' && section === 'people');
  return [
    element('h3', {}, plan.created ? text('admin.file.planNew', plan.name) : text('admin.file.plan', plan.name)),
    losing.length
      ? element('p', { class: 'alert alert-warning' }, text('admin.file.losing', losing.length, losing.map(({ place }) => place.replace(/^people\./, '')).join(', ')))
      : null,
    ...hintsOf(plan.hints),
    changesTable(plan.changes),
    plan.changes.length
      ? element('button', { type: 'button', class: 'btn btn-primary', onclick: ({ currentTarget }) => apply(plan, currentTarget) }, text('admin.file.apply'))
      : null,
  ].filter(Boolean);
}

/** What changes or has changed, place by place. */
export function changesTable(changes) {
  if (!changes.length) {
    return element('p', {}, text('admin.file.noChanges'));
  }
  return table(
    text('admin.file.changes'),
    ['kind', 'section', 'place', 'before', 'after'].map((column) => text(`admin.file.column.${column}`)),
    changes.map(({ kind, section, place, before, after }) => [
      text(`admin.file.kind.${kind}`),
      SECTIONS.includes(section) ? text(`admin.file.section.${section}`) : text('admin.file.section.settings'),
      element('code', {}, place),
      before ?? '–',
      after ?? '–',
    ]),
    { rowHeader: 2 },
  );
}
