import { element, paragraphs } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { post, read, resource } from '../tasklist.mjs';
import { nextStep } from './next.mjs';
import { paperForm } from './paper.mjs';
import { action, done, failed, field, note, table } from './parts.mjs';
import { progress } from './progress.mjs';
import { returning } from './returning.mjs';

/**
 * One round: who is missing, the paper, the release, and in the end the reports that never change.
 *
 * @param back leads to the list of rounds
 */
export async function showRound(page, key, back, words = null) {
  const said = note();
  page.replaceChildren(
    element('p', {}, element('button', { type: 'button', class: 'btn btn-link ks-rounds-link', onclick: back }, `‹ ${text('rounds.title')}`)),
    said,
  );
  const again = (what) => showRound(page, key, back, what);
  try {
    const round = await read(`rounds/${encodeURIComponent(key)}`);
    page.append(...parts(round, said, again));
    if (words) {
      done(said, words);
    }
  } catch (failure) {
    failed(said, failure);
  }
}

function parts(round, said, again) {
  const { round: line } = round;
  const address = `rounds/${encodeURIComponent(line.key)}`;
  const collecting = ['OPENING', 'COLLECTING'].includes(line.state);
  return [
    element('h1', {}, `${line.key} ${line.name}`),
    element('p', { class: 'ks-rounds-state' }, element('strong', {}, line.stateLabel), ' · ', text('rounds.reportedOf', line.reported, line.expected)),
    facts(round),
    progress(round.progress, line),
    collecting && missing(round, address, said, again),
    !collecting && line.state !== 'CLOSING' && paper(round, address, said, again),
    (!collecting || round.reports.length > 0) && reports(round, address, said, again),
    ['COLLECTING', 'CLOSED'].includes(line.state) && round.mayAct && returning(round, address, said, again),
    events(round.events),
  ]
    .flat(Infinity)
    .filter(Boolean);
}

function facts({ round, closeReason }) {
  const { next } = round;
  const entries = [
    ['period', text('rounds.fromTo', localDay(round.periodFrom), localDay(round.periodTo))],
    ['cutOff', localDay(round.cutOff)],
    ['due', round.overdue ? text('rounds.dueOver', localDay(round.due)) : localDay(round.due)],
    next && ['next', nextStep(next)],
    closeReason && ['closeReason', closeReason],
  ].filter(Boolean);
  return element('dl', { class: 'ks-rounds-facts' }, entries.map(([name, value]) => [element('dt', {}, text(`rounds.column.${name}`)), element('dd', {}, value)]));
}

function missing(round, address, said, again) {
  const rows = round.missing.map(({ number, title, department, due, overdue, taken, givenBackBecause }) => [
    element('div', {}, `${number} ${title}`, givenBackBecause && element('p', {}, text('rounds.returned', givenBackBecause))),
    department,
    overdue ? text('rounds.dueOver', localDay(due)) : localDay(due),
    text(taken ? 'rounds.taken' : 'rounds.notTaken'),
  ]);
  const columns = ['measure', 'department', 'due', 'taken'].map((name) => text(`rounds.column.${name}`));
  return element(
    'section',
    {},
    element('h2', {}, text('rounds.missing', round.missingCount)),
    round.missingCount > rows.length && element('p', {}, text('rounds.firstOf', rows.length, round.missingCount)),
    rows.length ? table({ caption: text('rounds.missing', round.missingCount), hideCaption: true, columns, rows }) : element('p', {}, text('rounds.nobodyMissing')),
    round.mayAct && round.round.state === 'COLLECTING' && closing(address, said, again),
  );
}

function closing(address, said, again) {
  const reason = element('textarea', { id: 'ks-rounds-reason', class: 'form-control', rows: '3', maxlength: '2000' });
  return element(
    'div',
    {},
    element(
      'p',
      {},
      action(
        text('rounds.remind'),
        async () => {
          const { reminded } = await post(`${address}/remind`);
          await again(text('rounds.reminded', reminded));
        },
        said,
      ),
    ),
    element('h2', {}, text('rounds.close')),
    field('ks-rounds-reason', text('rounds.close.reason'), reason, text('rounds.close.help')),
    action(
      text('rounds.close.now'),
      async () => {
        await post(`${address}/close`, { reason: reason.value });
        await again(text('rounds.closed'));
      },
      said,
    ),
  );
}

function paper(round, address, said, again) {
  const editable = round.round.state === 'CLOSED' && round.mayAct;
  return element(
    'section',
    {},
    element('h2', {}, text('rounds.paper')),
    editable
      ? paperForm(round, address, said, again)
      : [
          element('p', {}, round.paperNumber ? text('rounds.paper.numbered', round.paperNumber, localDay(round.paperDate)) : text('rounds.paper.none')),
          element('details', { class: 'ks-rounds-text' }, element('summary', {}, text('rounds.paper.text')), paragraphs(round.paperText)),
        ],
    round.paperText && element('p', {}, element('a', { href: resource(`${address}/paper.pdf`), download: '' }, text('rounds.paper.pdf'))),
    round.round.state === 'CLOSED' && release(round, address, said, again),
  );
}

function release(round, address, said, again) {
  if (!round.mayRelease) {
    return element('p', { class: 'ks-rounds-rule' }, text('rounds.release.byHead'));
  }
  return element(
    'div',
    { class: 'ks-rounds-rule' },
    element('p', {}, text(round.hasWorkedOnIt ? 'rounds.release.notYou' : 'rounds.release.rule')),
    !round.hasWorkedOnIt &&
      action(
        text('rounds.release'),
        async () => {
          if (globalThis.confirm(text('rounds.release.sure'))) {
            await post(`${address}/release`);
            await again(text('rounds.released'));
          }
        },
        said,
        'primary',
      ),
  );
}

function reports(round, address, said, again) {
  const frozen = round.round.state === 'FROZEN';
  const columns = ['measure', 'department', 'report', 'asOf', 'text'].map((name) => text(`rounds.column.${name}`));
  return element(
    'section',
    {},
    element('h2', {}, text('rounds.reports')),
    frozen && element('p', {}, element('a', { href: resource(`${address}/action-plan.xlsx`), download: '' }, text('rounds.actionPlan'))),
    table({
      caption: text('rounds.reports'),
      hideCaption: true,
      columns,
      rows: round.reports.map((report) => [
        `${report.number} ${report.title}`,
        report.department,
        report.assessmentLabel || report.stateLabel,
        report.asOf ? localDay(report.asOf) : '–',
        whatItSays(report),
      ]),
    }),
    frozen && round.mayAct && correction(address, said, again),
  );
}

function whatItSays({ text: words, reason, restsBecause, correctedText, givenBackBecause }) {
  return element(
    'div',
    {},
    paragraphs(words ?? restsBecause ?? '–'),
    givenBackBecause && element('p', {}, element('strong', {}, text('rounds.returned', givenBackBecause))),
    reason && element('p', {}, text('rounds.because', reason)),
    correctedText && element('p', {}, element('strong', {}, text('rounds.corrected')), ' ', correctedText),
  );
}

function correction(address, said, again) {
  const number = element('input', { id: 'ks-rounds-number', class: 'form-control', maxlength: '12' });
  const request = element('textarea', { id: 'ks-rounds-request', class: 'form-control', rows: '3', maxlength: '2000' });
  return element(
    'details',
    { class: 'ks-rounds-correction' },
    element('summary', {}, text('rounds.correct')),
    element('p', {}, text('rounds.correct.help')),
    field('ks-rounds-number', text('rounds.column.number'), number),
    field('ks-rounds-request', text('rounds.correct.request'), request),
    action(
      text('rounds.correct.now'),
      async () => {
        await post(`${address}/corrections`, { number: number.value.trim(), request: request.value });
        await again(text('rounds.correct.done'));
      },
      said,
    ),
  );
}

function events(all) {
  const columns = ['what', 'by', 'at', 'note'].map((name) => text(`rounds.column.${name}`));
  return element(
    'details',
    { class: 'ks-rounds-events' },
    element('summary', {}, text('rounds.events')),
    table({
      caption: text('rounds.events'),
      hideCaption: true,
      columns,
      rows: all.map(({ what, by, deputyFor, at, note: words }) => [what, deputyFor ? text('rounds.inPlaceOf', by, deputyFor) : by, localDay(at.slice(0, 10)), words]),
    }),
  );
}
