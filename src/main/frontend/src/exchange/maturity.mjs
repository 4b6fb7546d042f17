import { select, checkbox } from '../actions/fields.mjs';
import { failureNote } from '../cockpit/parts.mjs';
import { element, paragraphs } from '../dom.mjs';
import { localDate, localNumber, text } from '../messages/index.mjs';
import { read, resource } from '../tasklist.mjs';

const USUAL = { size: '', case: '', sort: 'name', order: 'asc' };

/** Municipalities against components, with filters, order and the same as files. */
export async function showMaturity(part) {
  let asked = USUAL;
  let turn = 0;
  const size = select('size', text('exchange.size'), [
    { value: '', label: text('exchange.size.all') },
    ...['LARGE', 'MEDIUM'].map((value) => ({ value, label: text(`exchange.size.${value}`) })),
  ], { empty: false });
  const cases = checkbox('case', text('exchange.caseOnly'));
  const count = element('p', { class: 'ks-count', role: 'status' });
  const results = element('div');
  const detail = element('div', { tabindex: '-1' });
  const exports = element('p', { class: 'ks-exports' });
  size.input.addEventListener('change', () => ask({ ...asked, size: size.value() }));
  cases.input.addEventListener('change', () => ask({ ...asked, case: cases.value() ? 'true' : '' }));

  async function ask(next) {
    asked = next;
    turn += 1;
    const mine = turn;
    const query = queryOf(asked);
    try {
      const page = await read(`exchange/matrix?${query}`);
      if (mine !== turn) {
        return;
      }
      const focused = document.activeElement?.dataset?.column;
      detail.replaceChildren();
      count.textContent = text(page.others ? 'exchange.count' : 'exchange.ownOnly', localNumber(page.rows.length), localNumber(page.rows.filter(({ released }) => released).length));
      results.replaceChildren(page.rows.length ? matrix(page, asked, (column) => ask(sortedBy(asked, column)), (row) => open(row)) : element('p', {}, text('exchange.nobody')));
      exports.replaceChildren(
        text('cockpit.export'),
        ' ',
        ...['csv', 'xlsx'].flatMap((kind) => [element('a', { class: 'btn btn-default', href: resource(`exchange/matrix/export.${kind}?${query}`), download: true }, text(`cockpit.export.${kind}`)), ' ']),
      );
      if (focused) {
        part.querySelector(`[data-column='${focused}']`)?.focus();
      }
    } catch (failure) {
      if (mine === turn) {
        results.replaceChildren(failureNote(failure));
      }
    }
  }

  async function open({ member, name }) {
    try {
      const cells = await read(`exchange/matrix/${member}`);
      detail.replaceChildren(element('h2', {}, text('exchange.detail', name)), ...cells.map(entry));
    } catch (failure) {
      detail.replaceChildren(failureNote(failure));
    }
    detail.focus();
  }

  part.replaceChildren(
    element('h2', {}, text('exchange.part.maturity')),
    element('p', {}, text('exchange.maturity.intro')),
    element('div', { class: 'ks-exchange-filter' }, size.node, cases.node),
    count,
    results,
    exports,
    detail,
  );
  await ask(asked);
}

/** What asks the server; what is not asked for is left out. */
export function queryOf(asked) {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

function sortedBy(asked, column) {
  // Whoever sorts by maturity wants to see first who has come farthest.
  const first = column === 'name' ? 'asc' : 'desc';
  const other = { asc: 'desc', desc: 'asc' };
  return { ...asked, sort: column, order: asked.sort === column ? other[asked.order] : first };
}

function matrix({ columns, rows }, asked, sort, open) {
  return element(
    'div',
    { class: 'ks-table', tabindex: '0', role: 'region', 'aria-label': text('exchange.part.maturity') },
    element(
      'table',
      { class: 'table ks-exchange-matrix' },
      element('caption', { class: 'sr-only' }, text('exchange.part.maturity')),
      element(
        'thead',
        {},
        element('tr', {}, heading('name', text('exchange.municipality'), asked, sort), columns.map(({ component, label }) => heading(component, label, asked, sort))),
      ),
      element('tbody', {}, rows.map((row) => line(row, columns.length, open))),
    ),
  );
}

function heading(column, label, asked, sort) {
  const sorted = asked.sort === column;
  const up = asked.order === 'asc';
  return element(
    'th',
    { scope: 'col', 'aria-sort': sorted ? (up ? 'ascending' : 'descending') : null },
    element('button', { type: 'button', class: 'ks-sort', 'data-column': column, onclick: () => sort(column) }, label, sorted && element('span', { 'aria-hidden': 'true' }, up ? ' ▲' : ' ▼')),
  );
}

function line(row, width, open) {
  const { name, sizeLabel, caseCity, own, released, note, cells } = row;
  const kinds = [sizeLabel, caseCity && text('exchange.caseCity'), own && text('exchange.yours')].filter(Boolean).join(' · ');
  const title = released ? element('button', { type: 'button', class: 'btn btn-link ks-exchange-city', onclick: () => open(row) }, name) : name;
  return element(
    'tr',
    { class: own ? 'ks-exchange-own' : null },
    element('th', { scope: 'row' }, title, element('div', { class: 'ks-small' }, kinds)),
    released ? cells.map(cell) : element('td', { colspan: width, class: 'ks-exchange-none' }, note),
  );
}

function cell(one) {
  if (!one) {
    return element('td', { class: 'ks-exchange-none' }, text('exchange.notReleased'));
  }
  const { maturity, word, builtOn, withdrawn, asOf } = one;
  return element(
    'td',
    { class: `ks-exchange-level ks-exchange-level-${maturity}` },
    element('strong', {}, String(maturity)),
    ` ${word}`,
    element('div', { class: 'ks-small' }, [withdrawn ?? (builtOn && text('exchange.builtOn', builtOn)), text('exchange.asOf', localDate(asOf))].filter(Boolean).join(' · ')),
  );
}

function entry({ label, cell: one, evidence, content, source }) {
  return element(
    'section',
    { class: 'ks-exchange-detail', 'aria-label': label },
    element('h3', {}, `${label}: ${one.maturity} ${one.word}`),
    element('p', { class: 'ks-small' }, [one.progressLabel, one.withdrawn ?? (one.builtOn && text('exchange.builtOn', one.builtOn)), text('exchange.asOf', localDate(one.asOf)), text('exchange.source', source)].filter(Boolean).join(' · ')),
    element('h4', {}, text('exchange.evidence')),
    paragraphs(evidence),
    content ? [element('h4', {}, text('exchange.content')), paragraphs(content)] : null,
  );
}
