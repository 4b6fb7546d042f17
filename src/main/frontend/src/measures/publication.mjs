import { element } from '../dom.mjs';
import { localMoment, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';

/** How a measure stands with the public, below a heading of its own, with what the reader may do about it. */
export function publication(number) {
  const address = `measures/${encodeURIComponent(number)}/publication`;
  const place = element('div', { class: 'ks-publication' });
  const load = () =>
    read(address)
      .then((standing) => place.replaceChildren(...parts(standing, address, load)))
      .catch(() => place.replaceChildren(heading(), element('p', { role: 'status' }, text('measures.publication.failed'))));
  load();
  return place;
}

function heading() {
  return element('h2', {}, text('measures.publication'));
}

function parts(standing, address, load) {
  return [
    heading(),
    element('p', {}, words(standing)),
    standing.held ? element('p', {}, text('measures.publication.held', standing.held)) : null,
    standing.mayBegin ? beginButton(address, load) : null,
    standing.mayWithdraw ? withdrawForm(address, load) : null,
  ].filter(Boolean);
}

function words({ version, releasedAt, address, pending, withdrawn }) {
  const state = version > 0 ? text('measures.publication.public', version, localMoment(releasedAt)) : text(withdrawn ? 'measures.publication.withdrawn' : 'measures.publication.never');
  return [
    state,
    address ? element('a', { href: address, target: '_blank', rel: 'noopener' }, text('measures.publication.page')) : null,
    pending ? text('measures.publication.pending') : null,
  ]
    .filter(Boolean)
    .flatMap((part) => [part, ' ']);
}

function beginButton(address, load) {
  const note = element('p', { role: 'alert', class: 'ks-note' });
  const button = element('button', { type: 'button', class: 'btn btn-default', onclick: () => act(`${address}/begin`, {}, note, load) }, text('measures.publication.begin'));
  return element('div', {}, button, note);
}

function withdrawForm(address, load) {
  const note = element('p', { role: 'alert', class: 'ks-note' });
  const reason = element('textarea', { class: 'form-control', rows: 2, maxlength: 2000, required: true });
  const submit = (event) => {
    event.preventDefault();
    act(`${address}/withdraw`, { reason: reason.value }, note, load);
  };
  return element(
    'details',
    {},
    element('summary', {}, text('measures.publication.withdraw')),
    element(
      'form',
      { onsubmit: submit },
      element('label', {}, text('measures.publication.reason'), reason),
      element('button', { type: 'submit', class: 'btn btn-danger' }, text('measures.publication.withdraw.now')),
      note,
    ),
  );
}

async function act(address, body, note, load) {
  try {
    await post(address, body);
    await load();
  } catch (failure) {
    note.textContent = failure.body?.errors?.[0]?.message ?? failure.body?.message ?? text('measures.publication.failed');
  }
}
