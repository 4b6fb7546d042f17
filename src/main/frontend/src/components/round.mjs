import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { linkToTask } from '../measures/addresses.mjs';
import { nextStep } from '../rounds/next.mjs';
import { table } from '../rounds/parts.mjs';
import { read } from '../tasklist.mjs';
import { steering } from './actions.mjs';
import { linkTo, roundAddress } from './addresses.mjs';
import { until } from './list.mjs';
import { said as commentSaid } from './comment.mjs';

/** From here on there are comments to be read. */
const WITH_COMMENTS = ['COMMENTING', 'CLOSING', 'CONSOLIDATING', 'ADOPTING', 'PUBLISHED'];

/** States in the order of the picture, with the look of their part: told apart by pattern and words, not by colour alone. */
const LOOKS = ['ANSWERED', 'NO_COMMENT', 'OPEN', 'PLANNED', 'MISSED', 'LEFT', 'UNREACHABLE'];

/** A round: where it stands, who is missing, and what can be done. */
export async function round(place, said, again) {
  const page = await read(roundAddress(place.component, place.round));
  const running = !['PUBLISHED', 'CANCELLED'].includes(page.round.state);
  return [
    element('h1', {}, text('components.round.of', page.name, page.round.number)),
    element('p', { class: 'ks-rounds-state' }, element('strong', {}, page.round.stateLabel), page.closedBy && ` · ${page.closedBy}`),
    facts(page),
    page.office && WITH_COMMENTS.includes(page.round.state) && element('p', {}, element('a', { class: 'ks-components-goal', href: linkTo({ component: page.component, round: page.round.number, view: 'zusammenfuehrung' }) }, text('components.consolidation'))),
    page.mayAct && running && steering(page, again),
    progress(page),
    page.office && page.members.length > 0 && members(page),
    Object.keys(page.answers).length > 0 && answers(page),
    !page.office && own(page),
    page.events.length > 0 && events(page.events),
  ];
}

function facts({ round: line, cancelReason, returnReason }) {
  const entries = [
    ['begun', localDate(line.begunOn)],
    ['until', until(line)],
    line.next && ['next', nextStep(line.next)],
    line.next?.task && ['task', element('a', { href: linkToTask(line.next.task) }, text('components.task'))],
    returnReason && ['returned', returnReason],
    cancelReason && ['cancelled', cancelReason],
  ].filter(Boolean);
  return element('dl', { class: 'ks-rounds-facts' }, entries.map(([name, value]) => [element('dt', {}, text(`components.column.${name}`)), element('dd', {}, value)]));
}

/** One bar of all members, in parts; the words below say the same. */
function progress({ states, round: line }) {
  const parts = LOOKS.filter((state) => states[state]);
  if (!parts.length) {
    return null;
  }
  const words = text('components.progress.words', line.answered, line.asked);
  return element(
    'section',
    {},
    element('h2', {}, text('components.progress')),
    element(
      'div',
      { class: 'ks-components-bar', role: 'img', 'aria-label': words },
      parts.map((state) => part(state, states[state])),
    ),
    element('p', {}, words),
    element(
      'ul',
      { class: 'ks-components-legend' },
      parts.map((state) => element('li', {}, element('span', { class: `ks-components-look ks-components-${state}`, 'aria-hidden': 'true' }), `${text(`components.state.${state}`)}: ${states[state]}`)),
    ),
  );
}

function part(state, members) {
  const node = element('span', { class: `ks-components-look ks-components-${state}` });
  node.style.flexGrow = String(members);
  return node;
}

function members({ members: all }) {
  const waiting = all.filter(({ state }) => ['OPEN', 'PLANNED'].includes(state)).length;
  return element(
    'section',
    {},
    element('h2', {}, text('components.missing', waiting)),
    table({
      caption: text('components.missing', waiting),
      hideCaption: true,
      columns: ['member', 'state', 'reminded'].map((name) => text(`components.column.${name}`)),
      rows: all.map(({ name, stateLabel, why, reminded }) => [name, why ? `${stateLabel}: ${why}` : stateLabel, reminded ? localDate(reminded) : '–']),
    }),
  );
}

function answers({ answers: counts }) {
  return element(
    'section',
    {},
    element('h2', {}, text('components.answers')),
    table({
      caption: text('components.answers'),
      hideCaption: true,
      columns: [text('components.column.answer'), { label: text('components.column.comments'), number: true }],
      rows: Object.entries(counts).map(([answer, comments]) => [answer, String(comments)]),
    }),
  );
}

function own({ own: comments, round: line }) {
  return element(
    'section',
    {},
    element('h2', {}, text('components.own.title')),
    element('p', {}, text(line.state === 'PUBLISHED' ? 'components.own.published' : 'components.own.before')),
    comments.length
      ? comments.map((comment) => element('article', { class: 'ks-components-comment' }, commentSaid(comment), comment.answerLabel && element('p', {}, element('strong', {}, comment.answerLabel), `: ${comment.answerText}`)))
      : element('p', {}, text('components.own.none')),
  );
}

function events(all) {
  return element(
    'details',
    { class: 'ks-rounds-events' },
    element('summary', {}, text('rounds.events')),
    table({
      caption: text('rounds.events'),
      hideCaption: true,
      columns: ['what', 'by', 'at', 'note'].map((name) => text(`rounds.column.${name}`)),
      rows: all.map(({ what, by, deputyFor, at, note }) => [what, deputyFor ? text('rounds.inPlaceOf', by, deputyFor) : by, localDate(at), note]),
    }),
  );
}
