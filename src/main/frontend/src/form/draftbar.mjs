import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { sideBySide } from './readable.mjs';
import { isToday, localTime } from './moments.mjs';
import { sideBySideTable } from '../drafts/beside.mjs';

/** Says below the form whether what is typed is saved, and offers to discard it; above the form what must be decided. */
export class DraftBar {
  /**
   * @param draft  see draft.mjs
   * @param show   puts a content into the form; returns a promise
   * @param lines  makes a content readable
   */
  constructor(show, lines) {
    this.show = show;
    this.lines = lines;
    // Said aloud only when its words change: once a minute at most while somebody types.
    this.said = element('span', { role: 'status' });
    this.pending = element('span', { class: 'ks-draft-pending', 'aria-hidden': 'true' });
    this.discardButton = element('button', { type: 'button', class: 'btn btn-link', onclick: () => this.discard() }, text('draft.discard'));
    this.undoButton = element('button', { type: 'button', class: 'btn btn-link', onclick: () => this.undo() }, text('draft.undo'));
    this.retryButton = element('button', { type: 'button', class: 'btn btn-link', onclick: () => this.draft.save() }, text('draft.retry'));
    this.node = element('div', { class: 'ks-draft', hidden: true }, this.said, this.pending, this.retryButton, this.discardButton, this.undoButton);
    this.notice = element('div', { class: 'ks-draft-notice', hidden: true });
  }

  /** Shows where a draft stands. */
  tell(draft) {
    this.draft = draft;
    const { state } = draft;
    this.say(this.words(draft));
    this.pending.textContent = ['changed', 'saving'].includes(state) ? text('draft.saving') : '';
    this.discardButton.hidden = !['saved', 'changed', 'saving', 'failed'].includes(state);
    this.undoButton.hidden = state !== 'discarded';
    this.retryButton.hidden = state !== 'failed';
    this.node.hidden = ['none', 'ended', 'conflict'].includes(state);
    this.node.classList.toggle('ks-draft-failed', state === 'failed');
    if (state === 'conflict' && !this.decision) {
      this.decide(draft);
    } else if (state === 'discarded') {
      this.notice.hidden = true;
    }
  }

  /** Says on opening that a draft was loaded. */
  loaded(draft) {
    this.tell(draft);
    const key = draft.origin === 'ANSWER' ? 'draft.loadedAnswer' : 'draft.loaded';
    this.notice.replaceChildren(
      element('p', { role: 'status' }, text(key, localDate(draft.savedAt), localTime(draft.savedAt), localDate(draft.deleteOn))),
    );
    this.notice.hidden = false;
  }

  words({ state, savedAt, reason }) {
    switch (state) {
      case 'failed':
        return text('draft.failed', reason).trim();
      case 'discarded':
        return text('draft.discarded');
      default:
        return savedAt ? this.savedAt(savedAt) : '';
    }
  }

  savedAt(moment) {
    return isToday(moment) ? text('draft.saved', localTime(moment)) : text('draft.savedOn', localDate(moment), localTime(moment));
  }

  say(words) {
    if (this.said.textContent !== words) {
      this.said.textContent = words;
    }
  }

  async discard() {
    const { draft } = this;
    if (await draft.discard()) {
      await this.show(null);
      this.undoButton.focus();
    }
  }

  async undo() {
    await this.show(this.draft.undo());
    this.discardButton.focus();
  }

  // Two windows with the same form: nobody but the person can say which one counts.
  decide(draft) {
    const other = draft.other;
    const rows = sideBySide(this.lines(draft.content), this.lines(other?.data ?? {})).filter(({ differs }) => differs);
    const finish = async (work) => {
      this.decision = false;
      this.notice.hidden = true;
      await work();
    };
    this.decision = true;
    this.notice.replaceChildren(
      element(
        'div',
        { role: 'alert', class: 'ks-draft-conflict' },
        element('h4', {}, text('draft.conflict')),
        element('p', {}, other ? text('draft.conflictSaved', this.savedAt(other.savedAt)) : text('draft.conflictDiscarded')),
        other && rows.length ? sideBySideTable(rows, [text('draft.thisWindow'), text('draft.otherWindow')]) : null,
        element(
          'p',
          {},
          element('button', { type: 'button', class: 'btn btn-default', onclick: () => finish(() => draft.keepMine()) }, text('draft.keepMine')),
          ' ',
          element(
            'button',
            { type: 'button', class: 'btn btn-default', onclick: () => finish(() => this.show(draft.takeOther())) },
            text(other ? 'draft.takeOther' : 'draft.takeNone'),
          ),
        ),
      ),
    );
    this.notice.hidden = false;
    this.notice.scrollIntoView({ block: 'start' });
  }
}
