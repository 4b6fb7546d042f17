import { element } from '../dom.mjs';
import { linkTo } from '../measures/addresses.mjs';
import { localDay, text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/** Tells who starts a process with this form which number the measure has got; Tasklist itself only says that it worked. */
export function tellNumber(camForm) {
  const send = camForm.submitVariables.bind(camForm);
  camForm.submitVariables = (done) =>
    send((failure, started) => {
      if (!failure && started?.businessKey) {
        showProposed(started.businessKey);
      }
      done(failure, started);
    });
}

/** A note with number and next step that stays until it is closed. */
export async function showProposed(number) {
  document.querySelector('.ks-proposed')?.remove();
  const content = element('div', { role: 'status' });
  const note = element('aside', { class: 'ks-proposed', 'aria-label': text('proposed.title') }, content, closing());
  document.body.append(note);
  content.append(
    element('h2', {}, text('proposed.title')),
    element('p', {}, text('proposed.number'), ' ', element('strong', {}, number)),
    element('p', {}, await nextStep(number)),
    element('p', {}, element('a', { href: linkTo(number), onclick: () => note.remove() }, text('proposed.open', number))),
  );
}

function closing() {
  return element(
    'button',
    { type: 'button', class: 'btn btn-default', onclick: ({ target }) => target.closest('.ks-proposed').remove() },
    text('proposed.close'),
  );
}

async function nextStep(number) {
  const { openSteps } = await read(`measures/${encodeURIComponent(number)}`).catch(() => ({}));
  if (!openSteps?.length) {
    return text('proposed.nextUnknown');
  }
  const [{ name, department, due }] = openSteps;
  return due ? text('proposed.nextUntil', name, department, localDay(due)) : text('proposed.next', name, department);
}
