import { ask } from '../actions/dialog.mjs';
import { say } from '../actions/done.mjs';
import { textArea } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { localMoment, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { section } from './sections.mjs';

/** How a measure stands with the public, below a heading of its own, with what the reader may do about it. */
export function publication(number) {
  const address = `measures/${encodeURIComponent(number)}/publication`;
  const place = element('div', { 'aria-live': 'polite' });
  const load = () =>
    read(address)
      .then((standing) => place.replaceChildren(...parts(standing, address, load)))
      .catch(() => place.replaceChildren(element('p', { role: 'status' }, text('measures.publication.failed'))));
  load();
  const shown = section('measures.publication', place);
  shown.classList.add('ks-publication');
  return shown;
}

function parts(standing, address, load) {
  return [
    element('p', {}, words(standing)),
    standing.held ? element('p', {}, text('measures.publication.held', standing.held)) : null,
    standing.mayBegin ? beginButton(address, load) : null,
    standing.mayWithdraw ? withdrawButton(address, load) : null,
  ].filter(Boolean);
}

function words({ version, releasedAt, address, waitsFor, withdrawn }) {
  const state = version > 0 ? text('measures.publication.public', version, localMoment(releasedAt)) : text(withdrawn ? 'measures.publication.withdrawn' : 'measures.publication.never');
  return [
    state,
    address ? element('a', { href: address, target: '_blank', rel: 'noopener' }, text('measures.publication.page')) : null,
    waitsFor ? text(`measures.publication.waits.${waitsFor}`) : null,
  ]
    .filter(Boolean)
    .flatMap((part) => [part, ' ']);
}

function beginButton(address, load) {
  const note = element('p', { role: 'alert', class: 'ks-note' });
  const begin = async () => {
    button.disabled = true;
    note.textContent = '';
    try {
      await post(`${address}/begin`, {});
      await load();
    } catch (failure) {
      note.textContent = failure.body?.message ?? text('measures.publication.failed');
      button.disabled = false;
    }
  };
  const button = element('button', { type: 'button', class: 'btn btn-default', onclick: begin }, text('measures.publication.begin'));
  return element('div', {}, button, note);
}

function withdrawButton(address, load) {
  const withdraw = () =>
    ask({
      title: text('measures.publication.withdraw'),
      intro: text('measures.publication.withdraw.intro'),
      fields: [textArea('reason', text('measures.publication.reason'), { required: true, hint: text('measures.publication.reason.hint') })],
      accept: text('measures.publication.withdraw.now'),
      send: async ({ reason }) => {
        await post(`${address}/withdraw`, { reason });
        say(text('measures.publication.withdrawn'));
        await load();
        return { gone: true };
      },
    });
  return element('button', { type: 'button', class: 'btn btn-default', onclick: withdraw }, text('measures.publication.withdraw'));
}
