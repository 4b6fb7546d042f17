import { element } from '../../dom.mjs';
import { localNumber, text } from '../../messages/index.mjs';
import { read, resource } from '../../tasklist.mjs';
import { failureNote, loadingNote } from '../parts.mjs';
import { selection } from '../steer/selection.mjs';
import { filters } from './filters.mjs';
import { askedIn, narrows, queryOf, sortedBy, USUAL } from './query.mjs';
import { measureTable } from './table.mjs';
import { tileButtons } from './tiles.mjs';

/** What was asked last: whoever comes back from a measure finds the list as they left it. */
let last = null;

/** All measures one may see, with what counts at a glance, filters, order and exports. */
export async function show(page) {
  const title = element('h1', {}, text('cockpit.page.portfolio'));
  page.replaceChildren(title, loadingNote());
  let choices;
  try {
    choices = await read('portfolio/choices');
  } catch (failure) {
    page.replaceChildren(title, failureNote(failure));
    return null;
  }
  let asked = globalThis.location.hash.includes('?') || !last ? askedIn(globalThis.location.hash) : last;
  let turn = 0;
  const tiles = element('div');
  const count = element('p', { class: 'ks-count', role: 'status' });
  const results = element('div');
  const exports = element('p', { class: 'ks-exports' });
  const chosen = selection(choices.maySteer);
  const form = element('div');
  let open = filters(choices, asked, (part) => ask({ ...asked, ...part, page: 1 }));
  form.append(open.node);

  const ask = async (next) => {
    asked = next;
    last = next;
    turn += 1;
    const mine = turn;
    try {
      const found = await read(`portfolio?${queryOf(asked)}`);
      if (mine === turn) {
        draw(found);
      }
    } catch (failure) {
      if (mine === turn) {
        results.replaceChildren(failureNote(failure));
      }
    }
  };

  function draw(found) {
    const focused = document.activeElement?.dataset ?? {};
    tiles.replaceChildren(tileButtons(found.tiles, asked.tile, (tile) => ask({ ...asked, tile, page: 1 })));
    count.replaceChildren(`${text('cockpit.count', localNumber(found.total))} `);
    if (narrows(asked)) {
      count.append(element('button', { type: 'button', class: 'btn btn-link', onclick: showAll }, text('cockpit.filter.none')));
    }
    results.replaceChildren(
      found.rows.length
        ? measureTable(found, asked, { sort: (column) => ask(sortedBy(asked, column)), several: choices.municipalities.length > 1, tick: chosen.tick })
        : element('p', {}, text('cockpit.nothing')),
      pager(found),
    );
    exports.replaceChildren(
      text('cockpit.export'),
      ' ',
      ...['csv', 'xlsx'].flatMap((kind) => [
        element('a', { class: 'btn btn-default', href: resource(`portfolio/export.${kind}?${queryOf({ ...asked, page: '' })}`), download: true }, text(`cockpit.export.${kind}`)),
        ' ',
      ]),
    );
    // What was pressed is drawn anew and keeps the keyboard.
    const again = focused.tile ? `[data-tile='${focused.tile}']` : focused.column ? `[data-column='${focused.column}']` : null;
    if (again) {
      page.querySelector(again)?.focus();
    }
  }

  function showAll() {
    open.close();
    const next = { ...USUAL, sort: asked.sort, order: asked.order };
    open = filters(choices, next, (part) => ask({ ...asked, ...part, page: 1 }));
    form.replaceChildren(open.node);
    ask(next);
    form.querySelector('input')?.focus();
  }

  function pager({ total, page: number, size }) {
    const pages = Math.max(1, Math.ceil(total / size));
    const turnTo = (to, key) =>
      element('button', { type: 'button', class: 'btn btn-default', disabled: to < 1 || to > pages, onclick: () => ask({ ...asked, page: to }) }, text(key));
    return pages === 1
      ? ''
      : element(
          'nav',
          { class: 'ks-pager', 'aria-label': text('cockpit.pages') },
          turnTo(number - 1, 'cockpit.pages.before'),
          ` ${text('cockpit.pages.at', localNumber(number), localNumber(pages))} `,
          turnTo(number + 1, 'cockpit.pages.next'),
        );
  }

  page.replaceChildren(title, tiles, form, count, results, ...(chosen.node ? [chosen.node] : []), exports);
  await ask(asked);
  return () => {
    turn += 1;
    open.close();
  };
}
