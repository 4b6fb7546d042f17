import { element } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { post, read } from '../../tasklist.mjs';

/** Which quarters are public, and what the reader may do to make another one so; nothing for whom it is none of their business. */
export function timeFacts() {
  const place = element('section', { class: 'ks-timefacts', 'aria-label': text('timefacts.title') });
  const note = element('p', { role: 'status', tabindex: '-1', class: 'ks-note' });
  const load = async () => {
    try {
      draw(place, note, await read('time-facts'), load);
    } catch (failure) {
      place.replaceChildren(failure.status === 403 ? '' : element('p', { role: 'status' }, text('timefacts.failed')));
    }
  };
  load();
  return place;
}

function draw(place, note, quarters, load) {
  const acts = quarters.some(({ mayDraft, mayRelease }) => mayDraft || mayRelease);
  place.replaceChildren(
    element('h2', {}, text('timefacts.title')),
    element('p', {}, text('timefacts.intro')),
    note,
    element(
      'table',
      { class: 'table' },
      element('caption', { class: 'sr-only' }, text('timefacts.title')),
      element('thead', {}, element('tr', {}, ['quarter', 'state', ...(acts ? ['actions'] : [])].map((name) => element('th', { scope: 'col' }, text(`timefacts.${name}`))))),
      element(
        'tbody',
        {},
        quarters.map((one) => element('tr', {}, element('th', { scope: 'row' }, one.quarter), element('td', {}, state(one)), acts ? element('td', {}, actions(one, note, load)) : null)),
      ),
    ),
  );
}

function state({ rows, releasedAt }) {
  if (releasedAt) {
    return text('timefacts.released', localDate(releasedAt));
  }
  return rows ? text('timefacts.drafted', rows.filter(({ done }) => done !== null).length, rows.length) : text('timefacts.none');
}

function actions({ quarter, mayDraft, mayRelease }, note, load) {
  const button = (step) =>
    element('button', { type: 'button', class: 'btn btn-default', onclick: () => act(`time-facts/${quarter}/${step}`, note, load) }, text(`timefacts.${step}`, quarter));
  return [mayDraft ? button('draft') : null, ' ', mayRelease ? button('release') : null];
}

async function act(address, note, load) {
  note.textContent = '';
  try {
    await post(address);
    await load();
  } catch (failure) {
    note.textContent = failure.body?.errors?.[0]?.message ?? failure.body?.message ?? text('timefacts.failed');
    note.focus();
  }
}
