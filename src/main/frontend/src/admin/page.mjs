import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { failureText } from './failure.mjs';
import { TABS } from './tabs.mjs';

/** Tasklist's address of the page. */
export const PATH = '/verwaltung';

/** The page of those who administer: one tab for each subject the reader may open. */
export async function showAdministration(page, tabs = TABS) {
  const title = element('h1', {}, text('admin.title'));
  page.replaceChildren(title, element('p', { role: 'status' }, text('admin.loading')));
  try {
    const { tabs: open } = await read('admin');
    draw(page, title, tabs.filter(({ key }) => open.includes(key)));
  } catch (failure) {
    page.replaceChildren(title, element('p', { role: 'alert', class: 'alert alert-danger' }, failureText(failure)));
  }
}

function draw(page, title, tabs) {
  const panel = element('div', { role: 'tabpanel', id: 'ks-admin-panel', tabindex: '-1' });
  const buttons = tabs.map(({ key }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `ks-admin-tab-${key}`,
        'aria-controls': 'ks-admin-panel',
        onclick: () => open(key),
        onkeydown: (event) => step(event, key),
      },
      text(`admin.tab.${key}`),
    ),
  );
  const open = (key) => {
    buttons.forEach((button) => {
      const chosen = button.id === `ks-admin-tab-${key}`;
      button.setAttribute('aria-selected', String(chosen));
      button.setAttribute('tabindex', chosen ? '0' : '-1');
    });
    panel.setAttribute('aria-labelledby', `ks-admin-tab-${key}`);
    panel.replaceChildren();
    // The address stays: Tasklist would load the page anew, and what was typed into the tab would be gone.
    return fill(tabs.find((tab) => tab.key === key));
  };
  const fill = async (tab) => {
    try {
      await tab.show(panel);
    } catch (failure) {
      panel.replaceChildren(element('p', { role: 'alert', class: 'alert alert-danger' }, failureText(failure)));
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
  page.replaceChildren(title, element('div', { role: 'tablist', 'aria-label': text('admin.title'), class: 'ks-admin-tabs' }, buttons), panel);
  // Links may name the tab they lead to.
  const wanted = new URLSearchParams(globalThis.location.hash.split('?')[1] ?? '').get('bereich');
  return open(tabs.some(({ key }) => key === wanted) ? wanted : tabs[0].key);
}
