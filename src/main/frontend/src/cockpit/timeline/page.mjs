import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read, spokenOf } from '../../tasklist.mjs';
import { linkToMeasure } from '../addresses.mjs';
import { failureNote, loadingNote } from '../parts.mjs';
import { gantt } from './gantt.mjs';
import { rowsOf } from './spans.mjs';

const SIZE = 25;
const STATES = ['PROPOSED', 'UNDER_REVIEW', 'DECIDED', 'KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS', 'IMPLEMENTATION', 'EVALUATION', 'COMPLETED', 'PAUSED', 'DEFERRED'];

/** The page Zeitachse: a line for each measure, 25 at a time. */
export function show(page) {
  let held = null;
  let asked = 0;
  let at = 0;
  const content = element('div', {});
  const words = element('input', { id: 'ks-timeline-words', type: 'search', class: 'form-control', maxlength: '100' });
  const state = element(
    'select',
    { id: 'ks-timeline-state', class: 'form-control' },
    element('option', { value: '' }, text('timeline.allStates')),
    STATES.map((key) => element('option', { value: key }, text(`timeline.state.${key}`))),
  );
  page.replaceChildren(
    element('h1', {}, text('cockpit.page.timeline')),
    element('p', { class: 'ks-intro' }, text('timeline.how')),
    element(
      'form',
      {
        class: 'form-inline ks-timeline-filter',
        onsubmit: (event) => {
          event.preventDefault();
          load(0);
        },
      },
      element('label', { for: 'ks-timeline-words' }, text('timeline.words')),
      words,
      element('label', { for: 'ks-timeline-state' }, text('timeline.stateFilter')),
      state,
      element('button', { type: 'submit', class: 'btn btn-default' }, text('timeline.search')),
    ),
    content,
  );

  async function load(wanted) {
    const mine = (asked += 1);
    held?.close();
    held = null;
    content.replaceChildren(loadingNote());
    try {
      const data = await read(`timeline?${new URLSearchParams({ page: wanted, words: words.value, state: state.value })}`);
      if (mine === asked) {
        at = wanted;
        draw(data);
      }
    } catch (failure) {
      if (mine === asked) {
        content.replaceChildren(failureNote(failure));
      }
    }
  }

  function draw({ today, total, measures }) {
    if (!measures.length) {
      content.replaceChildren(element('p', { role: 'status' }, text('timeline.none')));
      return;
    }
    held = gantt({
      title: text('timeline.ofAll'),
      description: text('timeline.description'),
      lines: measures.map(line),
      within: measures,
      today,
      data: {
        columns: [text('timeline.measure'), text('timeline.what'), text('timeline.planned'), text('timeline.actual'), text('timeline.note')],
        rows: measures.flatMap((measure) => rowsOf(measure, today).map((row) => [link(measure), ...row])),
      },
    });
    content.replaceChildren(
      element('p', { role: 'status', class: 'ks-count' }, text('timeline.count', at * SIZE + 1, at * SIZE + measures.length, total)),
      held.node,
      pager(total),
    );
  }

  function pager(total) {
    const button = (key, to, possible) =>
      element('button', { type: 'button', class: 'btn btn-default', disabled: !possible, onclick: () => load(to) }, text(key));
    return element(
      'nav',
      { class: 'ks-diagram-tools', 'aria-label': text('timeline.pages') },
      button('timeline.before', at - 1, at > 0),
      button('timeline.after', at + 1, (at + 1) * SIZE < total),
    );
  }

  load(0);
  return () => {
    asked += 1;
    held?.close();
  };
}

/**
 * A measure of which no phase is planned, since it was taken over, is drawn by the term of its record. Where that states no end it goes
 * on until today, unless the measure was over before.
 */
export function line({ number, title, term, phases, pauses, events }) {
  const drawnByTerm = term && (phases.length ? phases.every(({ planned }) => !planned) : term.until);
  return {
    name: `${number} ${title}`,
    spans: [
      ...(drawnByTerm ? [{ kind: 'planned', span: term, label: text('timeline.term'), short: text('timeline.term') }] : []),
      ...phases.flatMap(({ name, planned, actual }) => [
        ...(planned ? [{ kind: 'planned', span: planned, label: text('timeline.plannedPhase', name), short: name }] : []),
        ...actual.map((span) => ({ kind: 'actual', span, label: text('timeline.actualPhase', name), short: name })),
      ]),
      ...pauses.map((span) => ({ kind: 'pause', span })),
    ],
    events,
  };
}

function link({ number, title }) {
  return element('a', { href: linkToMeasure(number, 'timeline', spokenOf()) }, `${number} ${title}`);
}
