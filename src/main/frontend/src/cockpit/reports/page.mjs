import { select, textArea } from '../../actions/fields.mjs';
import { confirmed } from '../../admin/accountparts.mjs';
import { doing } from '../../admin/doing.mjs';
import { element, paragraphs } from '../../dom.mjs';
import { localDay, localNumber, text } from '../../messages/index.mjs';
import { post, read, remove, resource } from '../../tasklist.mjs';
import { badge, failureNote, loadingNote } from '../parts.mjs';
import { periodsOf } from './periods.mjs';

const LONGEST = 5000;

/** The half-yearly and annual reports: put together, released by somebody else, read as PDF or workbook. */
export async function show(page) {
  const note = element('div', { 'aria-live': 'polite', tabindex: '-1' });
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

function drafting(reports, note, load) {
  const period = select(
    'period',
    text('reports.period'),
    periodsOf(new Date()).map((key) => ({ value: key, label: periodName(key) })),
    { empty: false },
  );
  const preface = area('preface', text('reports.preface'), LONGEST, { hint: text('reports.preface.help') });
  const correction = area('correction', text('reports.correction'), 2000, { hint: text('reports.correction.help'), required: true });
  const place = element('div');
  const look = () => {
    correction.node.hidden = !reports.some((report) => report.period === period.value() && report.releasedAt);
  };
  period.input.addEventListener('change', look);
  look();
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('reports.draft'));
  const send = () => post('reports', { period: period.value(), preface: preface.value(), correction: correction.node.hidden ? null : correction.value() });
  return element(
    'form',
    {
      class: 'ks-report-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        doing(button, send, text('reports.drafted'), note, load, { fields: [period, preface, correction], place });
      },
    },
    element('h2', {}, text('reports.new')),
    period.node,
    preface.node,
    correction.node,
    place,
    button,
  );
}

function card(report, note, load) {
  const { id, title, version, correction, asOf, releasedAt, measures, late, decisions, before, changes } = report;
  const place = element('div');
  const name = version > 1 ? text('reports.version', title, version) : title;
  const facts = [
    text('reports.asOf', localDay(asOf)),
    text('reports.measures', localNumber(measures), localNumber(late)),
    text('reports.decisions', localNumber(decisions)),
    ...(before ? [text('reports.changes', localNumber(changes), before)] : []),
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
      report.mayChange ? ways(report, name, note, load, place) : null,
    ),
    place,
    report.mayChange && !report.mayRelease ? element('p', { class: 'help-block' }, text('reports.fourEyes')) : null,
    report.mayChange ? changing(report, note, load) : null,
  );
}

function ways({ id, mayRelease }, name, note, load, place) {
  const button = (label, kind, question, work, done) =>
    element(
      'button',
      {
        type: 'button',
        class: `btn ${kind}`,
        'aria-label': `${text(label)}: ${name}`,
        onclick: (event) => confirmed(text(question, name)) && doing(event.currentTarget, work, text(done), note, load, { place }),
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

function changing({ id, preface: before }, note, load) {
  const preface = area('preface', text('reports.preface'), LONGEST, { hint: text('reports.change.help') });
  preface.input.value = before ?? '';
  const place = element('div');
  const button = element('button', { type: 'submit', class: 'btn btn-default' }, text('reports.change'));
  return element(
    'details',
    {},
    element('summary', {}, text('reports.change.open')),
    element(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          const send = () => post(`reports/${id}`, { preface: preface.value() });
          doing(button, send, text('reports.changed'), note, load, { fields: [preface], place });
        },
      },
      preface.node,
      place,
      button,
    ),
  );
}

function area(name, label, longest, options) {
  const field = textArea(name, label, options);
  field.input.setAttribute('maxlength', longest);
  return field;
}

function periodName(key) {
  const [year, half] = key.split('-H');
  return half ? text('reports.half', half, year) : text('reports.year', year);
}
