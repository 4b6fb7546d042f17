import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { badge, table } from '../measures/parts.mjs';
import { post, read } from '../tasklist.mjs';
import { deputyForm } from './form.mjs';

/** Who stands in for me, whom I stand in for, and the form that names a deputy. */
export async function showDeputies(page) {
  page.replaceChildren(heading(), element('p', { role: 'status', class: 'ks-loading' }, text('deputies.loading')));
  try {
    draw(page, await read('deputies'), '');
  } catch (failure) {
    page.replaceChildren(heading(), element('p', { role: 'alert', class: 'alert alert-danger' }, reason(failure)));
  }
}

function heading() {
  return element('h1', {}, text('deputies.title'));
}

function reason(failure) {
  return failure.status === 401 ? text('measures.signedOut') : (failure.body?.message ?? text('deputies.failed'));
}

function draw(page, data, message) {
  const note = element('p', { role: 'status', class: 'ks-note', tabindex: '-1' }, message);
  const again = async (said) => {
    draw(page, await read('deputies'), said);
    page.querySelector('.ks-note').focus();
  };
  const end = async (deputyship, button) => {
    if (!globalThis.confirm(text('deputies.endSure', deputyship.deputy, deputyship.absent))) {
      return;
    }
    button.disabled = true;
    try {
      await post(`deputies/${encodeURIComponent(deputyship.id)}/end`);
      await again(text('deputies.ended', deputyship.deputy, deputyship.absent));
    } catch (failure) {
      note.textContent = reason(failure);
      note.focus();
      button.disabled = false;
    }
  };
  const add = async (wanted) => {
    await post('deputies', wanted);
    await again(text('deputies.added'));
  };
  page.replaceChildren(
    heading(),
    element('p', { class: 'ks-intro' }, text('deputies.intro')),
    note,
    section('mine', data.mine, end, ['deputy', 'period', 'place', 'scope', 'state', 'action']),
    section('standingIn', data.standingIn, end, ['absent', 'period', 'place', 'scope', 'state']),
    data.absent.length > 1 || data.department.length
      ? section('department', data.department, end, ['absent', 'deputy', 'period', 'place', 'scope', 'state', 'action'])
      : '',
    data.absent.length
      ? element(
          'section',
          { 'aria-labelledby': 'ks-deputies-add' },
          element('h2', { id: 'ks-deputies-add' }, text('deputies.add')),
          deputyForm(data, add),
        )
      : '',
  );
}

function section(name, rows, end, columns) {
  const id = `ks-deputies-${name}`;
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, text(`deputies.${name}`)),
    rows.length
      ? table(
          text(`deputies.${name}`),
          columns.map((column) => text(`deputies.column.${column}`)),
          rows.map((row) => columns.map((column) => cell(column, row, end))),
        )
      : element('p', {}, text(`deputies.${name}.none`)),
  );
}

function cell(column, row, end) {
  switch (column) {
    case 'period':
      return `${localDate(row.from)} – ${localDate(row.until)}`;
    case 'place':
      return text(`deputies.place.${row.place}`);
    case 'scope':
      return scope(row);
    case 'state':
      return badge(text(`deputies.state.${row.state}`), row.state === 'ACTIVE' ? 'state' : 'mine');
    case 'action':
      return row.mayEnd ? endButton(row, end) : '–';
    default:
      return row[column];
  }
}

/** What a deputyship covers, in words. */
export function scope({ departments, withHead }) {
  const where = departments.length ? departments.join(', ') : text('deputies.scope.all');
  return withHead ? `${where}; ${text('deputies.scope.head')}` : where;
}

function endButton(row, end) {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default btn-sm',
      'aria-label': text('deputies.endOf', row.deputy, row.absent),
      onclick: () => end(row, button),
    },
    text('deputies.end'),
  );
  return button;
}
