import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/**
 * Says what has been done, until the next time or until somebody closes it: no text here vanishes before it is read.
 *
 * @param message what was done
 * @param undo    takes it back; null where it cannot be
 */
export function say(message, undo = null) {
  // The form and the bar of actions are loaded apart from each other and speak in one place.
  const region =
    document.querySelector('.ks-done') ??
    document.body.appendChild(element('div', { class: 'ks-done', role: 'status' }));
  region.replaceChildren(
    element(
      'div',
      { class: 'ks-done-box' },
      element('span', {}, message),
      undo ? undoButton(undo) : null,
      element(
        'button',
        {
          type: 'button',
          class: 'ks-done-close',
          'aria-label': text('actions.close'),
          onclick: () => region.replaceChildren(),
        },
        '×',
      ),
    ),
  );
}

/** Puts the focus on what was done: where the person was before is gone. */
export function focusOnDone() {
  document.querySelector('.ks-done button')?.focus();
}

function undoButton(undo) {
  const button = element('button', { type: 'button', class: 'btn btn-default' }, text('actions.undo'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await undo();
      say(text('actions.undone'));
    } catch (failure) {
      say(failure.body?.message ?? text('actions.failed'));
    }
  });
  return button;
}
