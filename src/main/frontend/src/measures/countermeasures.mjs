import { element } from '../dom.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/** Countermeasures of a measure, below a heading of their own; nothing where there are none. */
export function countermeasures(number) {
  const place = element('div', {});
  read(`measures/${encodeURIComponent(number)}/countermeasures`)
    .then((all) => {
      if (all?.length) {
        place.replaceChildren(element('h2', {}, text('measures.countermeasures')), ...all.map(one));
      }
    })
    .catch(() => place.replaceChildren(element('p', { role: 'status' }, text('measures.countermeasures.failed'))));
  return place;
}

function one({ cause, state, running, deadline, steps }) {
  return element(
    'section',
    { class: 'ks-countermeasure' },
    element('p', {}, element('strong', {}, cause), ' ', running ? text('measures.countermeasures.until', state, localDay(deadline)) : state),
    steps.length > 0 &&
      element(
        'ol',
        {},
        steps.map(({ what, text: words, reason, until, on }) =>
          element(
            'li',
            {},
            `${localDay(on)} ${what}`,
            until && ` (${text('measures.countermeasures.by', localDay(until))})`,
            words && `: ${words}`,
            reason && ` – ${reason}`,
          ),
        ),
      ),
  );
}
