import { confirmed, failed, field } from '../../admin/accountparts.mjs';
import { element, paragraphs } from '../../dom.mjs';
import { localDay, text } from '../../messages/index.mjs';
import { post, read, remove, resource } from '../../tasklist.mjs';
import { badge, failureNote, loadingNote } from '../parts.mjs';
import { periodsOf } from './periods.mjs';

const LONGEST = 5000;

/** The half-yearly and annual reports: put together, released by somebody else, read as PDF or workbook. */
export async function show(page) {
  const note = element('div', { 'aria-live': 'polite' });
  const place = element('div', {}, loadingNote());
  page.replaceChildren(
    element('h1', {}, text('reports.title')),
    element('p', { class: 'ks-intro' }, text('reports.intro')),
    note,
    place,
  );
  const load = async () => {
    try {
      const { mayDraft, reports } = await read('reports');
      place.replaceChildren(
        mayDraft ? drafting(reports, note, load) : '',
        element('h2', {}, text('reports.all')),
        ...(reports.length ? reports.map((report) => card(report, note, load)) : [element('p', {}, text('reports.none'))]),
      );
    } catch (failure) {
      place.replaceChildren(failureNote(failure));
    }
  };
  await load();
}

/** Does something, says that it is done, and shows what is there now; a refusal leaves the page as it was. */
async function doing(button, work, done, note, load) {
  button.disabled = true;
  try {
    await work();
    await load();
    note.replaceChildren(element('p', { class: 'alert alert-success', role: 'status' }, done));
  } catch (failure) {
    failed(note, failure);
    button.disabled = false;
  }
}

function drafting(reports, note, load) {
  const period = element(
    'select',
    { id: 'ks-report-period', class: 'form-control' },
    periodsOf(new Date()).map((key) => element('option', { value: key }, periodName(key))),
  );
  const preface = area('ks-report-preface', LONGEST);
  const correction = area('ks-report-correction', 2000);
  const why = field('ks-report-correction', text('reports.correction'), correction, text('reports.correction.help'));
  const look = () => {
    why.hidden = !reports.some((report) => report.period === period.value && report.releasedAt);
  };
  period.addEventListener('change', look);
  look();
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('reports.draft'));
  return element(
    'form',
    {
      class: 'ks-report-form',
      onsubmit: (event) => {
        event.preventDefault();
        const wanted = { period: period.value, preface: preface.value, correction: why.hidden ? null : correction.value };
        doing(button, () => post('reports', wanted), text('reports.drafted'), note, load);
      },
    },
    element('h2', {}, text('reports.new')),
    field('ks-report-period', text('reports.period'), period),
    field('ks-report-preface', text('reports.preface'), preface, text('reports.preface.help')),
    why,
    button,
  );
}

function card(report, note, load) {
  const { id, title, version, correction, asOf, releasedAt, measures, late, decisions, before, changes } = report;
  const name = version > 1 ? text('reports.version', title, version) : title;
  const facts = [
    text('reports.asOf', localDay(asOf)),
    text('reports.measures', measures, late),
    text('reports.decisions', decisions),
    ...(before ? [text('reports.changes', changes, before)] : []),
    ...(correction ? [text('reports.corrects', correction)] : []),
  ];
  return element(
    'section',
    { class: 'ks-report', 'aria-label': name },
    element('h3', {}, name, ' ', badge(...(releasedAt ? [text('reports.released', localDay(releasedAt.slice(0, 10))), 'state'] : [text('reports.isDraft'), 'overdue']))),
    element('ul', {}, facts.map((fact) => element('li', {}, fact))),
    report.preface ? element('blockquote', {}, paragraphs(report.preface)) : null,
    element(
      'p',
      { class: 'ks-report-ways' },
      ['pdf', 'xlsx'].map((kind) =>
        element('a', { class: 'btn btn-default', href: resource(`reports/${id}/${kind}`), download: '' }, text(`reports.${kind}`)),
      ),
      report.mayChange ? ways(report, name, note, load) : null,
    ),
    report.mayChange && !report.mayRelease ? element('p', { class: 'help-block' }, text('reports.fourEyes')) : null,
    report.mayChange ? changing(report, note, load) : null,
  );
}

function ways({ id, mayRelease }, name, note, load) {
  const button = (label, kind, question, work, done) =>
    element(
      'button',
      {
        type: 'button',
        class: `btn ${kind}`,
        'aria-label': `${text(label)}: ${name}`,
        onclick: (event) => confirmed(text(question, name)) && doing(event.currentTarget, work, text(done), note, load),
      },
      text(label),
    );
  return [
    mayRelease
      ? button('reports.release', 'btn-primary', 'reports.release.sure', () => post(`reports/${id}/release`), 'reports.release.done')
      : null,
    button('reports.discard', 'btn-default', 'reports.discard.sure', () => remove(`reports/${id}`), 'reports.discard.done'),
  ];
}

function changing({ id, preface }, note, load) {
  const control = area(`ks-report-preface-${id}`, LONGEST);
  control.value = preface ?? '';
  const button = element('button', { type: 'submit', class: 'btn btn-default' }, text('reports.change'));
  return element(
    'details',
    {},
    element('summary', {}, text('reports.change.open')),
    element(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          doing(button, () => post(`reports/${id}`, { preface: control.value }), text('reports.changed'), note, load);
        },
      },
      field(control.id, text('reports.preface'), control, text('reports.change.help')),
      button,
    ),
  );
}

function area(id, longest) {
  return element('textarea', { id, class: 'form-control', rows: 4, maxlength: longest });
}

function periodName(key) {
  const [year, half] = key.split('-H');
  return half ? text('reports.half', half, year) : text('reports.year', year);
}
