import { element } from '../../dom.mjs';
import { localNumber, text } from '../../messages/index.mjs';

/** What became of each item of a batch, or would. */
export function itemTable(items, caption) {
  const heads = ['measure', 'task', 'state', 'why'].map((name) => element('th', { scope: 'col' }, text(`steer.batch.item.${name}`)));
  return element(
    'table',
    { class: 'table table-condensed' },
    element('caption', { class: 'sr-only' }, caption),
    element('thead', {}, element('tr', {}, heads)),
    element(
      'tbody',
      {},
      items.map(({ number, label, state, why }) =>
        element('tr', {}, [number, label, text(`steer.batch.state.${state}`), why].map((cell) => element('td', {}, cell ?? '–'))),
      ),
    ),
  );
}

/** What a trial has found: nothing of it has been done. */
export function trialResult(items) {
  const possible = items.filter(({ state }) => state === 'POSSIBLE').length;
  const words = text('steer.batch.tried', localNumber(possible), localNumber(items.length));
  return element('div', { class: 'ks-trial' }, element('p', {}, words), itemTable(items, words));
}
