import { element } from '../../dom.mjs';
import { localNumber, text } from '../../messages/index.mjs';

/** Address of the page of batches with measures that were chosen. */
export function linkToBatch(numbers) {
  return `#/eingriffe?massnahmen=${encodeURIComponent([...numbers].join(','))}`;
}

/**
 * Measures that are ticked in a list to step in at all of them; they stay ticked while the list turns its pages.
 *
 * @return `tick(number)`, the box of a row, and `node`, which leads on; both null for who may not step in
 */
export function selection(may) {
  if (!may) {
    return { tick: null, node: null };
  }
  const numbers = new Set();
  const link = element('a', { class: 'btn btn-primary', hidden: true });
  const show = () => {
    link.hidden = numbers.size === 0;
    link.setAttribute('href', linkToBatch(numbers));
    link.textContent = text('steer.batch.selected', localNumber(numbers.size));
  };
  const tick = (number) => {
    const box = element('input', { type: 'checkbox', checked: numbers.has(number), 'aria-label': text('steer.batch.tick', number) });
    box.addEventListener('change', () => {
      if (box.checked) {
        numbers.add(number);
      } else {
        numbers.delete(number);
      }
      show();
    });
    return box;
  };
  return { tick, node: element('p', { class: 'ks-selected' }, link) };
}
