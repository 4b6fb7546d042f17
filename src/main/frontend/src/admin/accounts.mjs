import { element } from '../dom.mjs';
import { locale, localDay, text } from '../messages/index.mjs';
import { badge, table } from '../measures/parts.mjs';
import { post, read, send } from '../tasklist.mjs';
import { externalAccounts } from './external.mjs';
import { confirmed, failed, shownOnce } from './accountparts.mjs';

const COLUMNS = ['name', 'account', 'where', 'roles', 'state', 'actions'];

/** Roles of no municipality, which are given here; all others stand in the municipalities' files. */
const INSTALLATION = ['ADMINISTRATOR', 'OPERATOR', 'ASSOCIATION_COORDINATOR'];

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
    const found = await read(`admin/accounts?${query}`).catch((failure) => failed(note, failure));
    if (found) {
      list.replaceChildren(drawn(found, names, note, load));
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
    element('button', { type: 'button', class: 'btn btn-default', onclick: () => goToCreation(outside) }, text('accounts.toCreation')),
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

/** The list above can be long. */
function goToCreation(outside) {
  const name = outside.querySelector('input');
  name.scrollIntoView({ block: 'center' });
  name.focus({ preventScroll: true });
}

function drawn({ self, accounts }, names, note, load) {
  if (!accounts.length) {
    return element('p', {}, text('accounts.nobody'));
  }
  return table(
    text('admin.tab.accounts'),
    COLUMNS.map((column) => text(`accounts.column.${column}`)),
    accounts.map((row) => [
      row.name,
      row.account,
      row.municipalities.map((id) => names.get(id) ?? id).join(', ') || text('accounts.where.none'),
      row.roles.map((role) => text(`admin.role.${role}`)).join(', ') || '–',
      states(row),
      row.account === self ? text('accounts.self') : actions(row, note, load),
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
    row.provider && badge(text('accounts.state.provider', row.provider), 'neutral'),
    row.validUntil && badge(text('accounts.state.until', localDay(row.validUntil)), 'neutral'),
  ].filter(Boolean);
}

/** All that can be done with somebody else's account; what the person concerned will notice is asked before. */
function actions(row, note, load) {
  const button = (label, question, work) =>
    element(
      'button',
      {
        type: 'button',
        class: 'btn btn-default btn-sm',
        'aria-label': `${label}: ${row.name}`,
        onclick: async () => {
          if (question && !confirmed(question)) {
            return;
          }
          try {
            const said = await work();
            await load();
            note.replaceChildren(said);
            note.scrollIntoView?.({ block: 'nearest' });
          } catch (failure) {
            failed(note, failure);
          }
        },
      },
      label,
    );
  const path = `admin/accounts/${encodeURIComponent(row.account)}`;
  const act = (verb, asks, done = () => success(text(`accounts.done.${verb}`, row.name))) =>
    button(text(`accounts.act.${verb}`), asks && text(`accounts.sure.${verb}`, row.name), async () => done(await post(`${path}/${verb}`)));
  const role = (name) => {
    const verb = row.roles.includes(name) ? 'take' : 'give';
    const title = text(`admin.role.${name}`);
    return button(text(`accounts.role.${verb}`, title), text(`accounts.role.${verb}.sure`, row.name, title), async () => {
      await send(verb === 'give' ? 'PUT' : 'DELETE', `${path}/roles/${name}`);
      return success(text(`accounts.role.${verb}.done`, row.name, title));
    });
  };
  return element(
    'details',
    { class: 'ks-accounts-actions' },
    element('summary', { 'aria-label': `${text('accounts.column.actions')}: ${row.name}` }, text('accounts.column.actions')),
    element(
      'div',
      {},
      row.enabled ? act('disable', true) : act('enable', false),
      row.enabled && act('end-sessions', true),
      row.lockedUntil && act('unlock', false),
      !row.provider && act('start-password', true, ({ startPassword }) => shownOnce(row.name, row.account, startPassword)),
      !row.provider && row.hasFactor && act('reset-factor', true),
      INSTALLATION.map(role),
    ),
  );
}

function success(words) {
  return element('p', { class: 'alert alert-success' }, words);
}

function time(instant) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}
