import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** What is different in a text: struck out and underlined, and in words for those who do not see it. */
export function difference(pieces) {
  return element(
    'div',
    { class: 'ks-components-diff', lang: 'de' },
    pieces.map(({ kind, text: words }) => {
      if (kind === 'SAME') {
        return words;
      }
      const added = kind === 'ADDED';
      return element(added ? 'ins' : 'del', {}, element('span', { class: 'sr-only' }, ` ${text(added ? 'components.diff.added' : 'components.diff.removed')} `), words, element('span', { class: 'sr-only' }, ` ${text('components.diff.end')} `));
    }),
  );
}

/** How much is different, in a sentence. */
export function amount(pieces) {
  const count = (kind) => pieces.filter((piece) => piece.kind === kind).length;
  const [added, removed] = [count('ADDED'), count('REMOVED')];
  return added + removed ? text('components.diff.amount', added, removed) : text('components.diff.none');
}
