import { ask } from '../actions/dialog.mjs';
import { dateField, radios, textArea, textInput } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post } from '../tasklist.mjs';
import { saved } from './privacy-parts.mjs';

const ANSWERS = ['TAKEN', 'PARTLY_TAKEN', 'DECLINED'];

/** Records of measures that ended before they were completed: offered to the archive, waiting for its answer. */
export function showArchive(city, { archive, administrator }, refresh) {
  const path = `admin/privacy/${city}/archive`;
  const intro = element('p', {}, text('admin.privacy.archive.intro'));
  if (archive.length === 0) {
    return [intro, element('p', {}, text('admin.privacy.archive.none'))];
  }
  return [
    intro,
    element('p', {}, saved(text('admin.privacy.archive.list'), 'anbietungsliste.html', 'text/html', path)),
    table(
      text('admin.privacy.archive'),
      ['record', 'state', 'ended', 'offered', ...(administrator ? ['answer'] : [])].map((column) => text(`admin.privacy.archive.${column}`)),
      archive.map((record) => [
        [record.number, element('br', {}), record.title],
        record.state,
        localDate(record.endedOn),
        localDate(record.offeredOn),
        ...(administrator
          ? [
              element(
                'button',
                { type: 'button', class: 'btn btn-default btn-sm', onclick: () => answer(`${path}/${record.measure}`, record, refresh) },
                text('admin.privacy.archive.enter'),
              ),
            ]
          : []),
      ]),
    ),
  ];
}

function answer(path, { number, title }, refresh) {
  const reference = textInput('reference', text('admin.privacy.archive.reference'), { required: true });
  ask({
    title: text('admin.privacy.archive.enter'),
    intro: `${number} ${title}`,
    fields: [
      radios(
        'answer',
        text('admin.privacy.archive.answer'),
        ANSWERS.map((value) => ({ value, label: text(`admin.privacy.archive.answer.${value}`) })),
        (chosen) => (reference.node.hidden = chosen === 'DECLINED'),
      ),
      dateField('answeredOn', text('admin.privacy.archive.answeredOn'), { value: '', min: null, required: true }),
      reference,
      textArea('note', text('admin.privacy.archive.note')),
    ],
    accept: text('admin.privacy.archive.save'),
    send: async (values) => {
      await post(path, { ...values, answeredOn: values.answeredOn || null });
      await refresh();
    },
  });
}
