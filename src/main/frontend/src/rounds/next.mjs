import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/** What comes next in a round, with whom and until when; a dash where nobody has to do anything. */
export function nextStep(next) {
  if (!next) {
    return '–';
  }
  const until = next.due && (next.overdue ? text('rounds.dueOver', localDay(next.due)) : localDay(next.due));
  return element(
    'span',
    {},
    element('strong', {}, next.step),
    ` · ${until ? text('rounds.next.until', next.with, until) : next.with}`,
    next.waitsForYou && element('em', { class: 'ks-rounds-yours' }, ` ${text('rounds.next.you')}`),
  );
}

/** The words of the link in Tasklist: how many rounds wait for the reader. */
export async function linkWords() {
  const { rounds } = await read('rounds');
  const waiting = rounds.filter(({ next }) => next?.waitsForYou).length;
  return waiting ? text('rounds.title.waiting', waiting) : text('rounds.title');
}
