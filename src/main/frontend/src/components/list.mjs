import { element } from '../dom.mjs';
import { localDate, localDay, text } from '../messages/index.mjs';
import { nextStep } from '../rounds/next.mjs';
import { table } from '../rounds/parts.mjs';
import { PATH as STANDING } from '../standing/page.mjs';
import { read } from '../tasklist.mjs';
import { begin, beginAll } from './actions.mjs';
import { linkTo } from './addresses.mjs';

/** All components: what is published, how the running round stands, what comes next and whose it is. */
export async function list(place, said, again) {
  const overview = await read('components');
  const idle = overview.components.filter(({ round }) => !round);
  return [
    element('h1', {}, text('components.title')),
    element('p', {}, text(overview.office ? 'components.intro' : 'components.intro.member', overview.association)),
    hasOwn() && element('p', {}, element('a', { href: `#${STANDING}` }, text('standing.title'))),
    overview.mayAct && idle.length > 0 && element('p', { class: 'ks-rounds-actions' }, beginAll(idle.length, again)),
    table({
      caption: text('components.title'),
      hideCaption: true,
      columns: [
        ...['component', 'version', 'round', 'until'].map((name) => text(`components.column.${name}`)),
        { label: text('components.column.answered'), number: true },
        text('components.column.next'),
        ...(overview.mayAct ? [text('components.column.action')] : []),
      ],
      rows: overview.components.map((line) => row(line, overview.mayAct, again)),
    }),
  ];
}

/** Whether the reader says how far a city is, on a page of its own. */
function hasOwn() {
  return globalThis.document.documentElement.classList.contains('ks-with-standing');
}

function row(line, mayAct, again) {
  const { round } = line;
  return [
    element('a', { href: linkTo({ component: line.component }) }, line.name),
    line.version ? text('components.versionOf', line.version, localDate(line.publishedOn)) : text('components.noVersion'),
    round ? roundLink(line.component, round) : text('components.noRound'),
    until(round),
    round?.asked ? text('rounds.nOfM', round.answered, round.asked) : '–',
    nextStep(round?.next),
    ...(mayAct ? [round ? '–' : begin(line, again)] : []),
  ];
}

/** A link to a round that says where it stands. */
export function roundLink(component, round) {
  return element(
    'span',
    {},
    element('a', { href: linkTo({ component, round: round.number }) }, text('components.round', round.number)),
    ` · ${round.stateLabel}`,
    round.own && ` · ${text('components.own', round.own)}`,
  );
}

/** The last day for comments; a dash before there is one. */
export function until(round) {
  if (!round?.until) {
    return '–';
  }
  return round.overdue ? text('rounds.dueOver', localDay(round.until)) : localDay(round.until);
}

/** The words of the link in Tasklist: how many rounds wait for the reader. */
export async function linkWords() {
  const { components } = await read('components');
  const waiting = components.filter(({ round }) => round?.next?.waitsForYou).length;
  return waiting ? text('components.title.waiting', waiting) : text('components.title');
}
