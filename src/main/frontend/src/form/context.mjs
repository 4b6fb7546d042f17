import { element, paragraphs } from '../dom.mjs';
import { guidePanel } from '../guide/guides.mjs';
import { handbookLink } from '../handbook/link.mjs';
import { localDate, text } from '../messages/index.mjs';

/** What the form is about: measure, phase, and what is to be done. */
export function contextPanel({ measureNumber, ofMeasure = true, measureTitle, phase, taskKey, taskName, instructions, municipality, deputyFor, paused, guidance }) {
  const heading = measureNumber
    ? element(
        'h4',
        { class: 'ks-measure' },
        element('span', { class: 'ks-number' }, ofMeasure ? text('form.measure', measureNumber) : measureNumber),
        measureTitle ? ` ${measureTitle}` : null,
      )
    : null;
  const facts = [
    [text(ofMeasure ? 'form.phase' : 'form.state'), phase],
    // What is no measure belongs to the association or is asked of the reader's own city.
    [text('form.municipality'), ofMeasure ? municipality : null],
  ].filter(([, value]) => value);
  return element(
    'div',
    { class: 'ks-context' },
    heading,
    paused
      ? element('p', { class: 'ks-paused', tabindex: '-1' }, text('form.paused', localDate(paused.since), paused.reason))
      : null,
    deputyFor ? element('p', { class: 'ks-deputy' }, text('form.inPlaceOf', deputyFor)) : null,
    facts.length
      ? element(
          'dl',
          { class: 'ks-facts' },
          facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
        )
      : null,
    instructions
      ? element(
          'div',
          { class: 'ks-instructions' },
          element('h5', {}, text('form.instructions')),
          paragraphs(instructions),
        )
      : null,
    guidePanel(guidance),
    element(
      'p',
      { class: 'ks-required-hint' },
      text('form.required'),
      taskKey ? [' ', handbookLink(taskKey, taskName)] : null,
    ),
  );
}
