import { checkbox } from '../actions/fields.mjs';
import { confirmed } from '../admin/accountparts.mjs';
import { doing } from '../admin/doing.mjs';
import { table } from '../cockpit/chart/table.mjs';
import { loadingNote } from '../cockpit/parts.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';

/** What one's own city shares, and what it could share. */
export async function showOwn(part) {
  const note = element('div', { 'aria-live': 'polite', tabindex: '-1' });
  const place = element('div', {}, loadingNote());
  const nobody = checkbox('confirmed', text('exchange.nobodyMeant'));
  nobody.node.hidden = true;
  const load = async () => {
    const items = await read('exchange/shared/own');
    place.replaceChildren(items.length ? list(items, note, nobody, load) : element('p', {}, text('exchange.own.none')));
  };
  part.replaceChildren(element('h2', {}, text('exchange.part.own')), element('p', {}, text('exchange.own.intro')), note, nobody.node, place);
  await load();
}

function list(items, note, nobody, load) {
  return table({
    caption: text('exchange.part.own'),
    hideCaption: true,
    columns: [text('exchange.own.title'), text('exchange.own.kind'), text('exchange.own.measure'), text('exchange.own.state'), text('exchange.own.action')],
    rows: items.map((item) => [item.title, text(`exchange.kind.${item.kind}`), item.measure, text(item.shared ? 'exchange.own.shared' : 'exchange.own.notShared'), action(item, note, nobody, load)]),
  });
}

function action({ kind, item, title, shared }, note, nobody, load) {
  const words = shared ? 'exchange.own.withdraw' : 'exchange.own.share';
  const button = element('button', { type: 'button', class: 'btn btn-default', 'aria-label': text(`${words}.of`, title) }, text(words));
  button.addEventListener('click', async () => {
    if (!confirmed(text(`${words}.sure`, title))) {
      return;
    }
    const work = () => (shared ? post(`exchange/shared/${shared}/withdraw`) : share());
    await doing(button, work, text(`${words}.done`, title), note, load);
  });

  async function share() {
    try {
      await post('exchange/shared', { kind, item, confirmed: nobody.value() });
      nobody.node.hidden = true;
      nobody.input.checked = false;
    } catch (failure) {
      // The first time a name is found, one may say that it is none.
      nobody.node.hidden &&= !failure.body?.errors;
      throw failure;
    }
  }

  return button;
}
