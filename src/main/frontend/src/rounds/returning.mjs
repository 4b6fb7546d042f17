import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post, remove } from '../tasklist.mjs';
import { action, field } from './parts.mjs';

/** Gives a single report back to its lead, or takes one that was given back as it was. */
export function returning(round, address, said, again) {
  const reported = round.reports.filter(({ state }) => state === 'REPORTED');
  const open = [...round.reports.filter(({ state }) => state === 'OPEN'), ...round.missing].filter(({ givenBackBecause }) => givenBackBecause);
  return [
    reported.length > 0 && giving(reported, address, said, again),
    open.map(({ number }) =>
      element(
        'p',
        {},
        action(
          text('rounds.return.asItWas', number),
          async () => {
            await remove(`${address}/returns/${encodeURIComponent(number)}`);
            await again(text('rounds.return.taken'));
          },
          said,
        ),
      ),
    ),
  ];
}

function giving(reported, address, said, again) {
  const number = element(
    'select',
    { id: 'ks-rounds-return-number', class: 'form-control' },
    reported.map((report) => element('option', { value: report.number }, `${report.number} ${report.title}`)),
  );
  const reason = element('textarea', { id: 'ks-rounds-return-reason', class: 'form-control', rows: '3', maxlength: '2000' });
  const due = dayInput({ id: 'ks-rounds-return-due' });
  return element(
    'details',
    { class: 'ks-rounds-correction ks-rounds-return' },
    element('summary', {}, text('rounds.return')),
    element('p', {}, text('rounds.return.help')),
    field('ks-rounds-return-number', text('rounds.column.measure'), number),
    field('ks-rounds-return-reason', text('rounds.return.reason'), reason),
    field('ks-rounds-return-due', text('rounds.return.due'), due.node),
    action(
      text('rounds.return.now'),
      async () => {
        await post(`${address}/returns`, { number: number.value, reason: reason.value, due: due.value() || null });
        await again(text('rounds.return.done'));
      },
      said,
    ),
  );
}
