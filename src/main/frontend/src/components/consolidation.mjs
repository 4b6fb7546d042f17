import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { linkToTask } from '../measures/addresses.mjs';
import { done, failed } from '../rounds/parts.mjs';
import { read } from '../tasklist.mjs';
import { roundAddress } from './addresses.mjs';
import { comments } from './answering.mjs';
import { writing } from './writing.mjs';

/** Comments beside the passages they are about, one passage at a time. */
export async function consolidation(place, said) {
  const address = roundAddress(place.component, place.round);
  const overview = await read(`${address}/passages`);
  const state = { address, said, overview, anchor: null, open: false, from: 0, text: null };
  const head = element('div', {});
  const ways = element('nav', { 'aria-label': text('components.passages'), class: 'ks-components-passages' });
  const content = element('div', { class: 'ks-components-desk' });
  Object.assign(state, { head, ways, content });
  const wanted = overview.passages.find(({ anchor }) => anchor === place.passage);
  await open(state, (wanted ?? withOpen(overview.passages) ?? overview.passages[0]).anchor);
  return [element('h1', {}, text('components.consolidation.of', place.round)), head, element('div', { class: 'ks-components-sides' }, ways, content)];
}

const withOpen = (passages) => passages.find(({ unanswered }) => unanswered > 0);

function heads(state) {
  const { overview } = state;
  state.head.replaceChildren(
    ...[
      element('p', { role: 'status' }, text('components.counts', overview.comments - overview.unanswered, overview.comments)),
      overview.returnReason && element('p', { class: 'alert alert-warning' }, text('components.returned', overview.returnReason)),
      !overview.mayEdit && element('p', {}, text('components.readOnly')),
      element(
        'p',
        { class: 'ks-rounds-actions' },
        overview.unanswered > 0 && element('button', { type: 'button', class: 'btn btn-primary', onclick: () => next(state) }, text('components.nextOpen')),
        element('label', { class: 'ks-inline' }, filter(state), ` ${text('components.onlyOpen')}`),
        overview.task && element('a', { href: linkToTask(overview.task) }, text('components.task')),
      ),
    ].filter(Boolean),
  );
  state.ways.replaceChildren(
    element(
      'ul',
      {},
      overview.passages.map((passage) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'btn btn-link ks-rounds-link', 'aria-current': passage.anchor === state.anchor ? 'true' : null, onclick: () => leave(state, () => open(state, passage.anchor)) },
            passage.heading,
          ),
          element('span', {}, ` ${text('components.counts.short', passage.unanswered, passage.comments)}${passage.changed ? ` · ${text('components.changed')}` : ''}`),
        ),
      ),
    ),
  );
}

function filter(state) {
  return element('input', {
    type: 'checkbox',
    checked: state.open,
    onchange: ({ target }) => {
      state.open = target.checked;
      state.from = 0;
      refresh(state);
    },
  });
}

async function open(state, anchor, from = 0) {
  state.anchor = anchor;
  state.from = from;
  await refresh(state);
}

/** Shows the passage anew; what is being written in it stays where it is not what was stored. */
async function refresh(state, focus = null) {
  try {
    const query = new URLSearchParams({ open: state.open, from: state.from });
    const page = await read(`${state.address}/passages/${encodeURIComponent(state.anchor)}?${query}`);
    heads(state);
    fill(state, page);
    focus?.();
  } catch (failure) {
    failed(state.said, failure);
  }
}

function fill(state, page) {
  const { overview, address, said } = state;
  const desk = { address, note: said, mayEdit: overview.mayEdit };
  const keeps = state.text?.unsaved() && state.text.anchor === page.anchor ? state.text : null;
  const text_ =
    keeps ??
    (page.text === null
      ? null
      : Object.assign(writing(page, { ...desk, written: () => again(state, text('components.consolidated.stored'), true) }), { anchor: page.anchor }));
  state.text = text_;
  const list = comments(page.comments, { ...desk, answered: (all) => again(state, text('components.answer.stored', all.length)) });
  state.content.replaceChildren(
    element('h2', { tabindex: '-1' }, page.heading),
    element(
      'div',
      { class: 'ks-components-columns' },
      text_?.node ?? element('p', {}, text('components.whole.help')),
      element('section', {}, element('h3', {}, text(state.open ? 'components.comments.open' : 'components.comments', page.count)), page.comments.length ? list : element('p', {}, text('components.comments.none')), more(state, page)),
    ),
  );
}

function more(state, page) {
  const size = 50;
  const to = page.from + page.comments.length;
  if (page.count <= size && page.from === 0) {
    return null;
  }
  const step = (words, from, possible) =>
    element('button', { type: 'button', class: 'btn btn-default', disabled: !possible, onclick: () => leave(state, () => open(state, state.anchor, from)) }, words);
  return element(
    'p',
    { class: 'ks-rounds-actions' },
    step(text('components.before'), Math.max(0, page.from - size), page.from > 0),
    step(text('components.after'), page.from + size, to < page.count),
    element('span', {}, text('components.shown', page.comments.length ? page.from + 1 : 0, to, page.count)),
  );
}

/** After something was stored: counts, passage and focus, which goes to what is to be answered next. */
async function again(state, words, isText = false) {
  state.overview = await read(`${state.address}/passages`);
  if (isText) {
    state.text = null;
  }
  await refresh(state, () => (isText ? state.content.querySelector('textarea')?.focus() : firstOpen(state)?.focus()));
  done(state.said, words);
}

/** Goes to the next comment without answer, in this passage or in the next that has one. */
async function next(state) {
  const here = firstOpen(state);
  if (here && here !== globalThis.document.activeElement) {
    here.focus();
    return;
  }
  const { passages } = state.overview;
  const at = passages.findIndex(({ anchor }) => anchor === state.anchor);
  const other = withOpen([...passages.slice(at + 1), ...passages.slice(0, at + 1)]);
  if (other) {
    leave(state, async () => {
      state.open = true;
      await open(state, other.anchor);
      firstOpen(state)?.focus();
    });
  }
}

function firstOpen(state) {
  return [...state.content.querySelectorAll('.ks-components-comment select')].find(({ value }) => !value) ?? null;
}

/** Asks before a text that is not stored is lost. */
function leave(state, go) {
  if (!state.text?.unsaved() || globalThis.confirm(text('components.unsaved'))) {
    state.text = null;
    go();
  }
}
