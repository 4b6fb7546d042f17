import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { matrix } from './matrix.mjs';
import { mix, mixSentence } from './mix.mjs';
import { score, scoreSentence } from './score.mjs';

const PAUSE_MILLIS = 500;

const KINDS = {
  MATRIX: { draw: matrix, say: () => '' },
  SCORE: { draw: score, say: scoreSentence },
  MIX: { draw: mix, say: mixSentence },
};

/** A picture above the form that follows what is typed; the server works it out with the tables that count in the end. */
export class PreviewPanel {
  /**
   * @param ask     asks the server for the picture of a content; a promise
   * @param content gives the form's present content
   */
  constructor(ask, content, timers = globalThis) {
    this.ask = ask;
    this.content = content;
    this.timers = timers;
    this.latest = 0;
    this.heading = element('summary', {}, text('preview.title'));
    this.place = element('div', { class: 'ks-preview-place' });
    // Short, so that typing is not talked over: the picture itself is read by who goes there.
    this.said = element('span', { class: 'sr-only', role: 'status' });
    this.node = element('details', { class: 'ks-preview', open: true }, this.heading, this.place, this.said);
  }

  /** A way back to the picture from the middle of a long form. */
  link() {
    const show = () => {
      this.node.open = true;
      this.node.scrollIntoView({ block: 'start' });
      this.heading.focus({ preventScroll: true });
    };
    return element('button', { type: 'button', class: 'btn btn-link', onclick: show }, text('preview.show'));
  }

  /** To be called after every change of the form. */
  changed() {
    this.timers.clearTimeout(this.timer);
    this.timer = this.timers.setTimeout(() => this.refresh(), PAUSE_MILLIS);
  }

  async refresh() {
    const turn = ++this.latest;
    const content = this.content();
    try {
      const answer = await this.ask(content);
      // Answers may overtake each other.
      if (turn === this.latest) {
        this.draw(answer);
      }
    } catch {
      if (turn === this.latest) {
        this.place.replaceChildren(element('p', {}, text('preview.failed')));
      }
    }
  }

  draw(answer) {
    const kind = KINDS[answer.kind];
    this.heading.textContent = answer.title;
    this.place.replaceChildren(...kind.draw(answer).flat(Infinity).filter(Boolean));
    const words = kind.say(answer);
    if (this.said.textContent !== words) {
      this.said.textContent = words;
    }
  }

  destroy() {
    this.timers.clearTimeout(this.timer);
    this.latest++;
  }
}
