import { checkbox, textArea } from '../actions/fields.mjs';
import { doing } from '../admin/doing.mjs';
import { table } from '../cockpit/chart/table.mjs';
import { badge } from '../cockpit/parts.mjs';
import { element, paragraphs } from '../dom.mjs';
import { localDate, localMoment, text } from '../messages/index.mjs';
import { post } from '../tasklist.mjs';
import { entering } from './entering.mjs';

/**
 * One component: where the city stands, what may be done with that, and all that was said before.
 *
 * @param part  as the server answers it
 * @param shown what holds for the whole page
 */
export function component(part, shown, note, load) {
  const { label, rows } = part;
  const [newest] = rows;
  return element(
    'section',
    { class: 'ks-standing-part', 'aria-label': label },
    element('h2', {}, label, ' ', state(rows)),
    newest ? now(newest) : element('p', {}, text('standing.none')),
    ways(part, shown, note, load),
    shown.mayEnter ? entering(part, note, load) : null,
    rows.length ? history(rows) : null,
  );
}

const isReleased = ({ releasedAt, withdrawnAt }) => Boolean(releasedAt && !withdrawnAt);

function state(rows) {
  const [newest] = rows;
  if (!newest) {
    return '';
  }
  if (isReleased(newest)) {
    return badge(text('standing.released'), 'state');
  }
  return rows.some(isReleased) ? badge(text('standing.olderReleased'), 'overdue') : badge(text('standing.notReleased'), 'overdue');
}

function now({ maturity, progress, builtOn, withdrawnVersion, evidence, content, asOf, source }) {
  return [
    element('p', {}, element('strong', {}, `${maturity} ${text(`standing.maturity.${maturity}`)}`), ` · ${text(`standing.progress.${progress}`)} · ${text('standing.asOf', localDate(asOf))} · ${text('standing.source.is', source)}`),
    withdrawnVersion ? element('p', { class: 'alert alert-warning' }, withdrawnVersion) : builtOn ? element('p', {}, text('standing.builtOn.is', builtOn)) : null,
    element('h3', {}, text('standing.evidence')),
    paragraphs(evidence),
    content ? [element('h3', {}, text('standing.content')), paragraphs(content)] : null,
  ];
}

function ways({ component: key, label, rows, mayRelease }, { mayWithdraw }, note, load) {
  return [mayRelease ? releasing(key, label, rows[0].number, note, load) : null, mayWithdraw && rows.some(isReleased) ? withdrawing(key, label, note, load) : null];
}

function releasing(key, label, number, note, load) {
  const nobody = checkbox('confirmed', text('exchange.nobodyMeant'));
  nobody.node.hidden = true;
  const place = element('div');
  const button = element('button', { type: 'button', class: 'btn btn-primary', 'aria-label': text('standing.release.of', label) }, text('standing.release'));
  button.addEventListener('click', async () => {
    await doing(button, () => post(`standing/${key}/release`, { number, confirmed: nobody.value() }), text('standing.release.done', label), note, load, { place });
    // Where a name was found, one may say that it is none.
    nobody.node.hidden = !place.querySelector('li');
  });
  return element('div', { class: 'ks-standing-way' }, element('p', {}, text('standing.release.help')), place, nobody.node, button);
}

function withdrawing(key, label, note, load) {
  const reason = textArea('reason', text('standing.withdraw.reason'));
  const place = element('div');
  const button = element('button', { type: 'submit', class: 'btn btn-default' }, text('standing.withdraw.now'));
  return element(
    'details',
    { class: 'ks-standing-way' },
    element('summary', {}, text('standing.withdraw', label)),
    element(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          doing(button, () => post(`standing/${key}/withdraw`, { reason: reason.value() }), text('standing.withdraw.done', label), note, load, { fields: [reason], place });
        },
      },
      element('p', {}, text('standing.withdraw.help')),
      reason.node,
      place,
      button,
    ),
  );
}

function history(rows) {
  return element(
    'details',
    {},
    element('summary', {}, text('standing.history', rows.length)),
    table({
      caption: text('standing.history.caption'),
      hideCaption: true,
      columns: ['number', 'maturity', 'progress', 'builtOn', 'asOf', 'evidence', 'content', 'source', 'by', 'release'].map((name) => text(`standing.column.${name}`)),
      rows: rows.map((row) => [
        String(row.number),
        `${row.maturity} ${text(`standing.maturity.${row.maturity}`)}`,
        text(`standing.progress.${row.progress}`),
        row.withdrawnVersion ?? row.builtOn,
        localDate(row.asOf),
        row.evidence,
        row.content,
        row.source,
        text('standing.by', row.by, localMoment(row.enteredAt)),
        release(row),
      ]),
    }),
  );
}

function release({ releasedAt, withdrawnAt, withdrawnReason }) {
  if (!releasedAt) {
    return text('standing.notReleased');
  }
  if (!withdrawnAt) {
    return text('standing.releasedAt', localMoment(releasedAt));
  }
  const words = text('standing.withdrawnAt', localMoment(releasedAt), localMoment(withdrawnAt));
  return withdrawnReason ? `${words} ${text('standing.because', withdrawnReason)}` : words;
}
