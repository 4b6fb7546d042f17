import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { badge, table } from '../measures/parts.mjs';
import { post, read } from '../tasklist.mjs';
import { failed, field, input, shownOnce, withdrawal } from './accountparts.mjs';

const PATH = 'admin/accounts/external';

/** People of no municipality: a new account, and their rights in one municipality. */
export async function externalAccounts(place, municipalities, note, changed) {
  const rights = element('div');
  const where = select('ks-external-where', municipalities.map(({ id, name }) => [id, name]));
  const load = async () => {
    const page = await read(`${PATH}/${encodeURIComponent(where.value)}`).catch((failure) => failed(note, failure));
    if (page) {
      rights.replaceChildren(...drawn(page, where.value, note, load));
    }
  };
  where.addEventListener('change', load);
  place.replaceChildren(
    element('h2', {}, text('external.title')),
    element('p', { class: 'ks-intro' }, text('external.intro')),
    creation(note, async () => {
      await Promise.all([changed(), load()]);
    }),
    element('h3', {}, text('external.rights')),
    field('ks-external-where', text('accounts.where'), where),
    rights,
  );
  if (municipalities.length) {
    await load();
  }
}

function creation(note, changed) {
  const name = input('ks-external-name', 'text', 120);
  const organisation = input('ks-external-organisation', 'text', 120);
  const mail = input('ks-external-mail', 'email', 254);
  const until = dayInput({ id: 'ks-external-until' });
  return form(
    text('external.create'),
    [
      field(name.id, text('external.name'), name),
      field(organisation.id, text('external.organisation'), organisation),
      field(mail.id, text('external.mail'), mail),
      field('ks-external-until', text('external.until'), until.node, text('external.until.help')),
    ],
    note,
    async (node) => {
      const { account, startPassword } = await post(PATH, {
        name: name.value,
        organisation: organisation.value,
        mail: mail.value || null,
        until: until.value() || null,
      });
      const shown = shownOnce(name.value, account, startPassword);
      node.reset();
      await changed();
      note.replaceChildren(shown);
    },
  );
}

function drawn({ accounts, rights, workshops }, municipality, note, load) {
  const titles = new Map(workshops.map((workshop) => [workshop.id, titleOf(workshop)]));
  const account = select('ks-external-account', accounts.map((each) => [each.account, `${each.name} (${each.organisation})`]));
  const workshop = select('ks-external-workshop', [...titles]);
  const from = dayInput({ id: 'ks-external-from' });
  const until = dayInput({ id: 'ks-external-right-until' });
  const giving = form(
    text('external.give'),
    [
      field(account.id, text('external.person'), account),
      field(workshop.id, text('external.workshop'), workshop),
      field('ks-external-from', text('external.from'), from.node, text('external.from.help')),
      field('ks-external-right-until', text('external.until'), until.node, text('external.right.until.help')),
    ],
    note,
    async () => {
      await post(`${PATH}/rights`, {
        municipality,
        account: account.value || null,
        workshop: workshop.value || null,
        from: from.value() || null,
        until: until.value() || null,
      });
      await load();
      note.replaceChildren(element('p', { class: 'alert alert-success' }, text('external.given')));
    },
  );
  const list = rights.length
    ? table(
        text('external.rights'),
        ['person', 'workshop', 'from', 'until', 'state'].map((column) => text(`external.${column}`)),
        rights.map((right) => [
          `${right.name} (${right.organisation})`,
          titles.get(right.workshop) ?? text('external.over'),
          localDay(right.from),
          localDay(right.until),
          right.withdrawn ? badge(text('external.withdrawn'), 'neutral') : withdrawal(right, `${PATH}/rights/${encodeURIComponent(right.municipality)}/${right.id}/withdraw`, note, load),
        ]),
      )
    : element('p', {}, text('external.none'));
  return [list, accounts.length && workshops.length ? giving : element('p', {}, text('external.nothing'))];
}

function titleOf({ measure, number, title }) {
  const workshop = text('external.numbered', measure, number);
  return title ? `${workshop}: ${title}` : workshop;
}

function form(label, fields, note, send) {
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, label);
  return element(
    'form',
    {
      class: 'ks-external-form',
      novalidate: true,
      'aria-label': label,
      onsubmit: async (event) => {
        event.preventDefault();
        const node = event.target;
        button.disabled = true;
        try {
          await send(node);
        } catch (failure) {
          failed(note, failure);
        } finally {
          button.disabled = false;
        }
      },
    },
    fields,
    button,
  );
}

function select(id, options) {
  return element('select', { id, class: 'form-control' }, options.map(([value, label]) => element('option', { value }, label)));
}
