import { dateField, select, textArea, textInput } from '../actions/fields.mjs';
import { doing } from '../admin/doing.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { post } from '../tasklist.mjs';

const PROGRESS = ['NOT_BEGUN', 'IN_WORK', 'ADOPTED', 'NOT_PLANNED'];

/** The form for a new row. It begins with what was said last, or with what a released survey has found. */
export function entering({ component, label, rows, suggestion, versions }, note, load) {
  const before = rows[0] ?? suggestion;
  const fields = {
    maturity: select('maturity', text('standing.maturity'), [0, 1, 2, 3, 4].map((value) => ({ value: String(value), label: `${value} ${text(`standing.maturity.${value}`)}` })), { required: true }),
    evidence: longer(textArea('evidence', text('standing.evidence'), { required: true, hint: text('standing.evidence.help') }), 4000),
    progress: select('progress', text('standing.progress'), PROGRESS.map((value) => ({ value, label: text(`standing.progress.${value}`) })), { required: true }),
    content: longer(textArea('content', text('standing.content'), { hint: text('standing.content.help') }), 20000),
    builtOn: select('builtOn', text('standing.builtOn'), [{ value: '', label: text('standing.builtOn.none') }, ...versions.map(version)], { empty: false }),
    asOf: dateField('asOf', text('standing.asOf.field'), { value: before?.asOf ?? '', required: true }),
    source: textInput('source', text('standing.source'), { initial: before?.source ?? '', maxlength: 300, required: true, hint: text('standing.source.help') }),
  };
  fill(fields, before);
  const place = element('div');
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('standing.enter.now'));
  return element(
    'details',
    { class: 'ks-standing-way' },
    element('summary', {}, text('standing.enter', label)),
    element(
      'form',
      {
        class: 'ks-standing-form',
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          doing(button, () => post(`standing/${component}`, entry(fields)), text('standing.enter.done', label), note, load, { fields: Object.values(fields), place });
        },
      },
      suggestion ? element('p', { class: 'alert alert-info' }, text('standing.suggestion', suggestion.source)) : null,
      Object.values(fields).map(({ node }) => node),
      place,
      button,
    ),
  );
}

function version({ version: number, publishedOn, withdrawn }) {
  return { value: String(number), label: text(withdrawn ? 'standing.version.withdrawn' : 'standing.version', number, localDate(publishedOn)) };
}

function fill({ maturity, evidence, progress, content, builtOn }, before) {
  if (!before) {
    return;
  }
  maturity.input.value = String(before.maturity);
  evidence.input.value = before.evidence;
  progress.input.value = before.progress ?? '';
  content.input.value = before.content ?? '';
  builtOn.input.value = before.builtOn ? String(before.builtOn) : '';
}

function longer(field, most) {
  field.input.setAttribute('maxlength', most);
  return field;
}

function entry({ maturity, evidence, progress, content, builtOn, asOf, source }) {
  const number = (field) => (field.value() === '' ? null : Number(field.value()));
  return {
    maturity: number(maturity),
    evidence: evidence.value(),
    progress: progress.value() || null,
    content: content.value(),
    builtOn: number(builtOn),
    asOf: asOf.value() || null,
    source: source.value(),
  };
}
