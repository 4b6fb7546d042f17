import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { read } from '../../tasklist.mjs';
import { measureOf, valueOf } from '../addresses.mjs';
import { badge, failureNote, loadingNote } from '../parts.mjs';
import { TABS } from './tabs.mjs';

/** What a tab lets its panel hear when it has changed the measure. */
export const CHANGED = 'ks-measure-changed';

/** The page of one measure: its name, its state, and a tab for each question one may have about it. */
export async function show(page, tabs = TABS) {
  const number = measureOf(globalThis.location.hash);
  page.replaceChildren(back(), element('h1', {}, number), loadingNote());
  try {
    const measure = await read(`measures/${encodeURIComponent(number)}`);
    return await draw(page, measure, tabs);
  } catch (failure) {
    page.replaceChildren(back(), element('h1', {}, number), failureNote(failure));
    return null;
  }
}

function back() {
  return element('p', {}, element('a', { href: '#/massnahmen' }, '‹ ', text('cockpit.page.portfolio')));
}

async function draw(page, measure, tabs) {
  const panel = element('div', { role: 'tabpanel', id: 'ks-measure-panel', tabindex: '-1' });
  let close = null;
  let shown = 0;
  let known = Promise.resolve(measure);
  const leave = () => {
    shown += 1;
    close?.();
    close = null;
  };
  const stands = element('p');
  const say = ({ stateLabel, leadLabel }) => stands.replaceChildren(badge(stateLabel, 'state'), ' ', leadLabel ?? '');
  // Others work on the measure, too, and so does a tab; if it cannot be read again, the page says what it knew.
  const again = () => {
    const before = known;
    known = read(`measures/${encodeURIComponent(measure.number)}`).catch(() => before);
    known.then(say);
  };
  const buttons = tabs.map(({ key }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `ks-measure-tab-${key}`,
        'aria-controls': 'ks-measure-panel',
        onclick: () => open(key),
        onkeydown: (event) => step(event, key),
      },
      text(`cockpit.tab.${key}`),
    ),
  );
  // The address stays: Cockpit would load the page anew, and what was typed into the tab would be gone.
  const open = async (key) => {
    buttons.forEach((button) => {
      const chosen = button.id === `ks-measure-tab-${key}`;
      button.setAttribute('aria-selected', String(chosen));
      button.setAttribute('tabindex', chosen ? '0' : '-1');
    });
    panel.setAttribute('aria-labelledby', `ks-measure-tab-${key}`);
    if (shown) {
      again();
    }
    leave();
    const mine = shown;
    const content = element('div');
    panel.replaceChildren(content);
    content.append(loadingNote());
    try {
      const { show: fill } = await tabs.find((tab) => tab.key === key).load();
      const latest = await known;
      content.replaceChildren();
      const done = await fill(content, latest);
      if (mine === shown) {
        close = done ?? null;
      } else {
        done?.();
      }
    } catch (failure) {
      content.replaceChildren(failureNote(failure));
    }
  };
  const step = (event, key) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (direction) {
      const index = tabs.findIndex((tab) => tab.key === key);
      const next = (index + direction + tabs.length) % tabs.length;
      open(tabs[next].key);
      buttons[next].focus();
    }
  };
  say(measure);
  panel.addEventListener(CHANGED, again);
  page.replaceChildren(
    back(),
    element('header', {}, element('h1', {}, element('span', { class: 'ks-number' }, measure.number), ' ', measure.title), stands),
    element('div', { role: 'tablist', 'aria-label': measure.title, class: 'ks-tabs' }, buttons),
    panel,
  );
  const wanted = valueOf(globalThis.location.hash, 'bereich');
  await open(tabs.some(({ key }) => key === wanted) ? wanted : tabs[0].key);
  return leave;
}
