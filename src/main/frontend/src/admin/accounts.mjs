import { element } from '../dom.mjs';
import { locale, localDay, text } from '../messages/index.mjs';
import { badge, table } from '../measures/parts.mjs';
import { post, read } from '../tasklist.mjs';
import { externalAccounts } from './external.mjs';
import { confirmed, failed, shownOnce } from './accountparts.mjs';

const COLUMNS = ['name', 'account', 'where', 'state', 'actions'];

/** The tab "Konten". */
export default { key: 'accounts', show };

/** Everything a person can be found by: the municipality and part of a name. */
async function show(panel) {
  const municipalities = await read('admin/municipalities');
  const note = element('div', { 'aria-live': 'polite' });
  const list = element('div');
  const outside = element('div');
  const where = element(
    'select',
    { id: 'ks-accounts-where', class: 'form-control' },
    element('option', { value: '' }, text('accounts.where.all')),
    municipalities.map(({ id, name }) => element('option', { value: id }, name)),
    element('option', { value: '-' }, text('accounts.where.none')),
  );
  const words = element('input', { id: 'ks-accounts-words', type: 'search', class: 'form-control' });
  const names = new Map(municipalities.map(({ id, name }) => [id, name]));
  const load = async () => {
    const query = new URLSearchParams({ municipality: where.value, words: words.value });
    const rows = await read(`admin/accounts?${query}`).catch((failure) => failed(note, failure));
    if (rows) {
      list.replaceChildren(drawn(rows, names, note, load));
    }
  };
  const search = element(
    'form',
    {
      class: 'ks-accounts-search',
      role: 'search',
      onsubmit: (event) => {
        event.preventDefault();
        return load();
      },
    },
    element('div', {}, element('label', { for: 'ks-accounts-where' }, text('accounts.where')), where),
    element('div', {}, element('label', { for: 'ks-accounts-words' }, text('accounts.words')), words),
    element('button', { type: 'submit', class: 'btn btn-primary' }, text('accounts.search')),
  );
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.accounts')),
    element('p', { class: 'ks-intro' }, text('accounts.intro')),
    note,
    search,
    list,
    outside,
  );
  where.addEventListener('change', load);
  await Promise.all([load(), externalAccounts(outside, municipalities, note, load)]);
}

function drawn(rows, names, note, load) {
  if (!rows.length) {
    return element('p', {}, text('accounts.nobody'));
  }
  return table(
    text('admin.tab.accounts'),
    COLUMNS.map((column) => text(`accounts.column.${column}`)),
    rows.map((row) => [
      row.name,
      row.account,
      row.municipalities.map((id) => names.get(id) ?? id).join(', ') || text('accounts.where.none'),
      states(row),
      actions(row, note, load),
    ]),
  );
}

/** What is worth knowing about an account; nothing for one like any other. */
export function states(row) {
  return [
    !row.enabled && badge(text('accounts.state.disabled'), 'overdue'),
    row.lockedUntil && badge(text('accounts.state.locked', time(row.lockedUntil)), 'overdue'),
    row.mustChange && badge(text('accounts.state.start'), 'neutral'),
    row.hasFactor && badge(text('accounts.state.factor'), 'neutral'),
    row.administrator && badge(text('accounts.state.administrator'), 'neutral'),
    row.provider && badge(text('accounts.state.provider', row.provider), 'neutral'),
    row.validUntil && badge(text('accounts.state.until', localDay(row.validUntil)), 'neutral'),
  ].filter(Boolean);
}

function actions(row, note, load) {
  const act = (verb, question, done) =>
    element(
      'button',
      {
        type: 'button',
        class: 'btn btn-default btn-sm',
        'aria-label': `${text(`accounts.act.${verb}`)}: ${row.name}`,
        onclick: async () => {
          if (question && !confirmed(text(`accounts.sure.${verb}`, row.name))) {
            return;
          }
          try {
            const answer = await post(`admin/accounts/${encodeURIComponent(row.account)}/${verb}`);
            await load();
            note.replaceChildren(done ? done(answer) : element('p', { class: 'alert alert-success' }, text(`accounts.done.${verb}`, row.name)));
          } catch (failure) {
            failed(note, failure);
          }
        },
      },
      text(`accounts.act.${verb}`),
    );
  return element(
    'div',
    { class: 'ks-accounts-actions' },
    row.enabled ? act('disable', true) : act('enable', false),
    row.lockedUntil && act('unlock', false),
    !row.provider && act('start-password', true, ({ startPassword }) => shownOnce(row.name, row.account, startPassword)),
    !row.provider && row.hasFactor && act('reset-factor', true),
  );
}

function time(instant) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}
