import { say } from '../../actions/done.mjs';
import { checkbox, dateField, select, textArea, textInput } from '../../actions/fields.mjs';
import { element } from '../../dom.mjs';
import { localMoment, localNumber, text } from '../../messages/index.mjs';
import { post, read, resource } from '../../tasklist.mjs';
import { valueOf } from '../addresses.mjs';
import { failureNote, failureText, loadingNote } from '../parts.mjs';
import { BATCH_ACTIONS } from './actions.mjs';
import { itemTable, trialResult } from './items.mjs';

/** How often a page with something on its way looks again. */
const PAUSE = 2000;

/** Interventions for a selection: what is to be done with it, and how far what was begun has got. */
export async function show(page) {
  const title = element('h1', {}, text('cockpit.page.batches'));
  page.replaceChildren(title, loadingNote());
  let left = false;
  let timer = null;
  let asking = 0;
  const runs = element('div');
  const opened = new Set();

  const look = async () => {
    clearTimeout(timer);
    asking += 1;
    const mine = asking;
    const found = await read('steering/batches');
    if (left || mine !== asking) {
      return found;
    }
    await Promise.all(found.batches.filter(({ id }) => opened.has(id)).map(fillDetails));
    drawRuns(found.batches);
    if (found.batches.some(({ open }) => open > 0)) {
      timer = setTimeout(() => look().catch(() => {}), PAUSE);
    }
    return found;
  };

  const details = new Map();
  const fillDetails = async ({ id }) => details.set(id, (await read(`steering/batches/${id}`)).items);

  function drawRuns(batches) {
    const focused = document.activeElement?.dataset?.run;
    runs.replaceChildren(
      element('h2', {}, text('steer.batch.runs')),
      batches.length ? runsTable(batches) : element('p', {}, text('steer.batch.none')),
    );
    if (focused) {
      runs.querySelector(`[data-run='${focused}']`)?.focus();
    }
  }

  function runsTable(batches) {
    const columns = ['when', 'what', 'progress', 'actions'];
    return element(
      'table',
      { class: 'table ks-steer' },
      element('caption', { class: 'sr-only' }, text('steer.batch.runs')),
      element('thead', {}, element('tr', {}, columns.map((name) => element('th', { scope: 'col' }, text(`steer.batch.column.${name}`))))),
      element('tbody', {}, batches.flatMap((batch) => [runRow(batch), opened.has(batch.id) ? detailRow(batch, columns.length) : null]).filter(Boolean)),
    );
  }

  function runRow(batch) {
    const { id, begunAt, begunBy, mayCancel } = batch;
    const name = `${nameOf(batch.kind)}, ${localMoment(begunAt)}`;
    return element(
      'tr',
      {},
      element('td', {}, localMoment(begunAt), element('br'), begunBy),
      element('th', { scope: 'row' }, nameOf(batch.kind)),
      element('td', {}, progress(batch, name)),
      element(
        'td',
        {},
        element(
          'div',
          { class: 'ks-steer-actions' },
          button('steer.batch.report', name, `${id}-report`, { 'aria-expanded': String(opened.has(id)) }, () => toggle(batch)),
          element(
            'a',
            { class: 'btn btn-default btn-sm', href: resource(`steering/batches/${id}/report`), download: true, 'aria-label': `${text('steer.batch.download')}: ${name}` },
            text('steer.batch.download'),
          ),
          mayCancel ? button('steer.batch.cancel', name, `${id}-cancel`, {}, () => cancel(id)) : null,
        ),
      ),
    );
  }

  async function toggle(batch) {
    if (!opened.delete(batch.id)) {
      opened.add(batch.id);
    }
    await look().catch((failure) => say(failureText(failure)));
  }

  async function cancel(id) {
    try {
      await post(`steering/batches/${id}/cancel`);
      say(text('steer.batch.cancelled'));
    } catch (failure) {
      say(failure.body?.message ?? failureText(failure));
    }
    await look().catch(() => {});
  }

  function detailRow({ id }, columns) {
    return element('tr', {}, element('td', { colspan: columns }, itemTable(details.get(id) ?? [], text('steer.batch.report'))));
  }

  try {
    const found = await look();
    page.replaceChildren(title, ...(found.mayBegin ? [orderForm(found.departments, look)] : []), runs);
  } catch (failure) {
    page.replaceChildren(title, failureNote(failure));
  }
  return () => {
    left = true;
    clearTimeout(timer);
  };
}

/** How far a batch is, in words and as a bar. */
export function progress({ total, done, refused, leftOut, open }, name) {
  const ended = total - open;
  const words = [
    text('steer.batch.done', localNumber(done), localNumber(total)),
    refused ? text('steer.batch.refused', localNumber(refused)) : null,
    leftOut ? text('steer.batch.leftOut', localNumber(leftOut)) : null,
    open ? text('steer.batch.open', localNumber(open)) : null,
  ].filter(Boolean);
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'ks-progress', role: 'progressbar', 'aria-label': name, 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': ended },
      element('div', { class: 'ks-progress-bar', style: `width: ${Math.round((100 * ended) / total)}%` }),
    ),
    element('p', {}, words.join(', ')),
  );
}

function nameOf(kind) {
  const action = BATCH_ACTIONS.find((one) => one.kind === kind);
  return action ? text(`steer.${action.key}`) : kind;
}

function button(label, name, run, more, onclick) {
  return element(
    'button',
    { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': `${text(label)}: ${name}`, 'data-run': run, onclick, ...more },
    text(label),
  );
}

/** What is to be done with which measures. */
export function orderForm(departments, begun, selected = valueOf(globalThis.location.hash, 'massnahmen')) {
  const measures = textInput('measures', text('steer.batch.measures'), {
    required: true,
    initial: selected ?? '',
    maxlength: 10000,
    hint: text('steer.batch.measuresHint'),
  });
  const kinds = BATCH_ACTIONS.map(({ kind, key }) => ({ value: kind, label: text(`steer.${key}`) }));
  const kind = select('kind', text('steer.batch.kind'), kinds, { empty: false });
  const narrow = select('ofDepartment', text('steer.batch.ofDepartment'), [{ value: '', label: text('steer.batch.anyDepartment') }, ...departments], {
    empty: false,
  });
  const overdue = checkbox('overdue', text('steer.batch.overdue'));
  const wish = {
    department: select('department', text('steer.batch.to'), departments, { required: true }),
    date: dateField('date', text('steer.batch.date'), { value: '', required: true }),
    afterDue: checkbox('afterDue', text('steer.batch.afterDue')),
  };
  const reason = textArea('reason', text('actions.reason'), { required: true, hint: text('steer.reasonHint') });
  const fields = [measures, kind, narrow, overdue, ...Object.values(wish), reason];
  const problem = element('p', { class: 'ks-dialog-problem', role: 'alert', hidden: true });
  const action = () => BATCH_ACTIONS.find((one) => one.kind === kind.value());
  const fit = () => {
    Object.entries(wish).forEach(([name, field]) => (field.node.hidden = !action().fields.includes(name)));
    narrow.node.hidden = overdue.node.hidden = !action().tasks;
    reason.node.querySelector('.ks-hint').textContent = text(action().published ? 'interrupt.reason.public' : 'steer.reasonHint');
  };
  kind.input.addEventListener('change', fit);
  fit();
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, text('steer.batch.begin'));
  const trying = element('button', { type: 'button', class: 'btn btn-default', onclick: () => attempt(tryOut) }, text('steer.batch.try'));
  const tried = element('div', { role: 'status' });

  function order() {
    const needed = Object.entries(wish).filter(([name]) => action().fields.includes(name));
    return {
      kind: kind.value(),
      measures: measures.value().split(/[\s,;]+/).filter(Boolean),
      ofDepartment: action().tasks ? narrow.value() || null : null,
      overdue: action().tasks && overdue.value(),
      wish: { ...Object.fromEntries(needed.map(([name, field]) => [name, field.value()])), reason: reason.value() },
    };
  }

  async function tryOut() {
    tried.replaceChildren(loadingNote());
    tried.replaceChildren(trialResult(await post('steering/batches/trial', order())));
  }

  async function begin() {
    await post('steering/batches', order());
    reason.input.value = '';
    tried.replaceChildren();
    say(text('steer.batch.begun'));
    await begun();
  }

  async function attempt(work) {
    problem.hidden = true;
    fields.forEach((field) => field.problem(null));
    send.disabled = trying.disabled = true;
    try {
      await work();
    } catch (failure) {
      tried.replaceChildren();
      refuse(failure);
    } finally {
      send.disabled = trying.disabled = false;
    }
  }

  function submit(event) {
    event.preventDefault();
    attempt(begin);
  }

  function refuse(failure) {
    const errors = failure.body?.errors ?? [];
    const places = errors.map(({ field }) => fields.find(({ name, node }) => name === field && !node.hidden));
    places.forEach((place, index) => place?.problem(errors[index].message));
    const first = places.find(Boolean);
    if (first) {
      first.focus();
    } else {
      problem.textContent = errors[0]?.message ?? failure.body?.message ?? text('actions.failed');
      problem.hidden = false;
    }
  }

  return element(
    'form',
    { class: 'ks-order', novalidate: true, onsubmit: submit, 'aria-labelledby': 'ks-order-title' },
    element('h2', { id: 'ks-order-title' }, text('steer.batch.new')),
    problem,
    fields.map(({ node }) => node),
    element('div', { class: 'ks-steer-actions' }, send, trying),
    tried,
  );
}
