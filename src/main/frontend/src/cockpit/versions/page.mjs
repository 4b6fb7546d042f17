import { say } from '../../actions/done.mjs';
import { element } from '../../dom.mjs';
import { localMoment, localNumber, text } from '../../messages/index.mjs';
import { post, read } from '../../tasklist.mjs';
import { badge, failureNote, failureText, loadingNote } from '../parts.mjs';
import { progress } from '../steer/batches.mjs';

/** How often a page with something on its way looks again. */
const PAUSE = 2000;

/** What runs on which version of its model, and the runs that lift it to the newest one: a dry run first, then each by itself. */
export async function show(page) {
  const title = element('h1', {}, text('versions.title'));
  const versions = element('div');
  const runs = element('div');
  const reports = new Map();
  let left = false;
  let timer = null;
  page.replaceChildren(title, loadingNote());

  const look = async () => {
    clearTimeout(timer);
    const found = await read('models');
    await Promise.all([...reports.keys()].map(fill));
    if (left) {
      return;
    }
    const focused = document.activeElement?.dataset?.run;
    versions.replaceChildren(versionTable(found.versions, attempt));
    runs.replaceChildren(element('h2', {}, text('versions.runs')), runTable(found, { reports, toggle, apply, cancel }));
    if (focused) {
      page.querySelector(`[data-run='${focused}']`)?.focus();
    }
    if (found.runs.some(({ open }) => open > 0)) {
      timer = setTimeout(() => look().catch(() => {}), PAUSE);
    }
  };

  const fill = async (id) => reports.set(id, (await read(`models/lifts/${id}`)).items);

  const doing = (work, done) => async () => {
    try {
      await work();
      say(done);
    } catch (failure) {
      say(failure.body?.message ?? failureText(failure));
    }
    await look().catch(() => {});
  };

  const attempt = ({ id }) => doing(async () => reports.set((await post('models/lifts', { from: id })).id, []), text('versions.tryingNow'))();
  const apply = ({ id }) => doing(async () => reports.set((await post(`models/lifts/${id}/apply`)).id, []), text('versions.liftingNow'))();
  const cancel = ({ id }) => doing(() => post(`models/lifts/${id}/cancel`), text('versions.cancelled'))();

  async function toggle({ id }) {
    if (!reports.delete(id)) {
      reports.set(id, []);
    }
    await look().catch((failure) => say(failureText(failure)));
  }

  try {
    await look();
    page.replaceChildren(title, element('p', { class: 'ks-steer-note' }, text('versions.about')), versions, runs);
  } catch (failure) {
    page.replaceChildren(title, failureNote(failure));
  }
  return () => {
    left = true;
    clearTimeout(timer);
  };
}

/** Versions on which something runs, and the newest ones. */
export function versionTable(versions, attempt) {
  const columns = ['process', 'version', 'since', 'running', 'action'];
  return table(
    text('versions.title'),
    columns.map((name) => text(`versions.column.${name}`)),
    versions.map((version) => {
      const label = `${version.name}, ${text('versions.version', localNumber(version.version))}`;
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, version.name, version.municipality ? ` (${version.municipality})` : ''),
        element('td', {}, localNumber(version.version), ' ', version.newest ? badge(text('versions.newest'), 'ok') : null),
        element('td', {}, localMoment(version.deployedAt)),
        element('td', {}, localNumber(version.running)),
        element('td', {}, version.newest ? null : button('versions.try', label, `${version.id}-try`, {}, () => attempt(version))),
      );
    }),
  );
}

function runTable({ runs, versions }, { reports, toggle, apply, cancel }) {
  if (!runs.length) {
    return element('p', {}, text('versions.noRuns'));
  }
  const columns = ['when', 'what', 'progress', 'action'];
  const nameOf = ({ process }) => versions.find((version) => version.process === process)?.name ?? process;
  return table(
    text('versions.runs'),
    columns.map((name) => text(`versions.column.${name}`)),
    runs.flatMap((run) => {
      const what = text(run.trial ? 'versions.trialOf' : 'versions.liftOf', nameOf(run), localNumber(run.fromVersion), localNumber(run.toVersion));
      const name = `${what}, ${localMoment(run.begunAt)}`;
      const opened = reports.has(run.id);
      const row = element(
        'tr',
        {},
        element('td', {}, localMoment(run.begunAt), element('br'), run.begunBy),
        element('th', { scope: 'row' }, what),
        element('td', {}, progress(run, name)),
        element(
          'td',
          {},
          element(
            'div',
            { class: 'ks-steer-actions' },
            button('steer.batch.report', name, `${run.id}-report`, { 'aria-expanded': String(opened) }, () => toggle(run)),
            run.trial && !run.open && run.done ? button('versions.lift', name, `${run.id}-lift`, {}, () => apply(run)) : null,
            run.open ? button('steer.batch.cancel', name, `${run.id}-cancel`, {}, () => cancel(run)) : null,
          ),
        ),
      );
      const detail = opened ? element('tr', {}, element('td', { colspan: columns.length }, itemTable(reports.get(run.id), run))) : null;
      return [row, detail].filter(Boolean);
    }),
  );
}

/** What became of each instance, or would. */
export function itemTable(items, { trial }) {
  const columns = ['municipality', 'number', 'steps', 'state', 'why'];
  return table(
    text('steer.batch.report'),
    columns.map((name) => text(`versions.item.${name}`)),
    items.map(({ municipality, number, steps, state, why }) =>
      element(
        'tr',
        {},
        [municipality, number, steps.join(', '), text(`versions.state.${trial ? 'TRIAL_' : ''}${state}`), why].map((cell) => element('td', {}, cell || '–')),
      ),
    ),
  );
}

function table(caption, heads, rows) {
  return element(
    'table',
    { class: 'table ks-steer' },
    element('caption', { class: 'sr-only' }, caption),
    element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, rows),
  );
}

function button(label, name, run, more, onclick) {
  return element(
    'button',
    { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': `${text(label)}: ${name}`, 'data-run': run, onclick, ...more },
    text(label),
  );
}
