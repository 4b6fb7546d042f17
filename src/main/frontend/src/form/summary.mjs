import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

/** The list of problems above the form; each entry leads to its field. */
export class ProblemSummary {
  constructor() {
    this.node = element('div', { class: 'ks-problems', role: 'alert', tabindex: '-1', hidden: true });
  }

  clear() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }

  /** Shows problems and moves the focus here, so that keyboard and screen reader users start with the overview. */
  show(problems, view) {
    const heading = problems.length === 1 ? text('problems.one') : text('problems.many', problems.length);
    this.node.replaceChildren(
      element('h4', {}, heading),
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
    // A button, because a link's fragment would be read as a page by Tasklist.
    return element('button', { type: 'button', class: 'btn-link', onclick: () => view.focus(target) }, words);
  }
}
