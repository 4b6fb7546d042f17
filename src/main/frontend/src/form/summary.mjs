import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** The list of problems above the form; each entry leads to its field. */
export class ProblemSummary {
  constructor() {
    this.node = element('div', {
      class: 'ks-problems',
      role: 'alert',
      tabindex: '-1',
      'aria-labelledby': 'ks-problems-heading',
      hidden: true,
    });
  }

  clear() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }

  /** Shows problems and moves the focus here, so that keyboard and screen reader users start with the overview. */
  show(problems, view) {
    const heading = problems.length === 1 ? text('problems.one') : text('problems.many', problems.length);
    this.node.replaceChildren(
      element('h4', { id: 'ks-problems-heading' }, heading),
      element('p', {}, text('problems.hint')),
      element('ul', {}, problems.map((problem) => element('li', {}, this.entry(problem, view)))),
    );
    this.node.hidden = false;
    this.node.focus({ preventScroll: true });
    this.node.scrollIntoView({ block: 'start' });
  }

  entry({ label, message, target }, view) {
    const words = label ? `${label}: ${message}` : message;
    if (!target) {
      return words;
    }
    // Tasklist reads what follows "#" as its own page, so the link stays here and the focus moves.
    const jump = (event) => {
      event.preventDefault();
      view.focus(target);
    };
    return element('a', { href: globalThis.location?.hash || '#', onclick: jump }, words);
  }
}
