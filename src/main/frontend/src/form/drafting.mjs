import { draftToRead } from '../drafts/beside.mjs';
import { removeDraft } from '../drafts/page.mjs';
import { read, send } from '../tasklist.mjs';
import { contentOf, withDraft } from './content.mjs';
import { Draft } from './draft.mjs';
import { DraftBar } from './draftbar.mjs';
import { readable } from './readable.mjs';

/** The draft of the open form: loaded with it, saved while somebody types, gone when the form is submitted. */
export class Drafting {
  /** Reads what the server has kept. A form without its draft is worth more than no form. */
  static async kept(address) {
    return read(`${address}/draft`).catch(() => null);
  }

  /**
   * @param address of the form, below our resources
   * @param taskId  the task, undefined for a form that starts a process
   * @param view    the form on the page
   * @param schema  what the form is made of
   * @param known   data without the draft, with the choices
   * @param kept    the draft or null
   */
  constructor(address, taskId, view, schema, known, kept) {
    this.view = view;
    this.schema = schema;
    this.known = known;
    this.taskId = taskId;
    this.bar = new DraftBar((content) => this.show(content), (content) => readable(schema.components, content, known));
    const before = contentOf(schema.components, known);
    const server = {
      save: (body, options) => send('PUT', `${address}/draft`, body, options),
      discard: (version) => send('DELETE', `${address}/draft?version=${version}`),
    };
    this.draft = new Draft(server, kept ? before : this.content(), kept && { ...kept, data: this.content() }, (draft) => this.tell(draft));
    if (kept) {
      this.bar.loaded(this.draft);
    } else {
      this.bar.tell(this.draft);
    }
    view.form.on('changed', () => this.showing || this.draft.typed(this.content()));
    this.leaving = () => this.leave();
    globalThis.addEventListener('pagehide', this.leaving);
    document.addEventListener('visibilitychange', this.leaving);
  }

  /** The form's data with the draft in it. */
  static data(schema, known, kept) {
    return kept ? withDraft(schema.components, known, kept.data) : known;
  }

  content() {
    return contentOf(this.schema.components, this.view.form._getState().data);
  }

  /** Puts a content into the form; null for what it showed without any draft. */
  async show(content) {
    const data = content ? withDraft(this.schema.components, this.known, content) : this.known;
    this.showing = true;
    this.view.refusals.clear();
    await this.view.form.importSchema(this.view.form._getState().schema, structuredClone(data));
    this.showing = false;
    this.draft.shown(this.content(), content === null);
  }

  /** Takes note of what a field has given up just now, before the form says so itself. */
  catchUp() {
    this.draft.typed(this.content());
  }

  /** Saves what is not saved yet. */
  leave() {
    return this.draft.leave();
  }

  /** The form is being submitted; nothing is saved beside it. */
  submitting() {
    this.draft.stop();
  }

  /** The form was submitted. */
  submitted() {
    this.draft.done();
  }

  /** The submission was refused; what was typed is worth saving all the more. */
  refused() {
    this.draft.resume();
  }

  /** Somebody else was first: what was typed is kept and shown beside what is known now. */
  async overtaken() {
    await this.draft.keep();
  }

  destroy() {
    globalThis.removeEventListener('pagehide', this.leaving);
    document.removeEventListener('visibilitychange', this.leaving);
    this.view.finishTyping();
    this.catchUp();
    this.leave();
  }

  tell(draft) {
    this.bar.tell(draft);
    if (draft.state === 'ended' && this.taskId && !this.told) {
      this.told = true;
      this.showEnding();
    }
  }

  async showEnding() {
    this.view.readOnly(true);
    const comparison = await read(`drafts/${encodeURIComponent(this.taskId)}`);
    const panel = draftToRead(comparison, () => removeDraft(this.taskId, this.draft.version));
    panel.setAttribute('tabindex', '-1');
    panel.setAttribute('role', 'alert');
    this.bar.notice.replaceChildren(panel);
    this.bar.notice.hidden = false;
    panel.focus({ preventScroll: true });
    // A long draft: its beginning says what has happened.
    panel.scrollIntoView({ block: 'start' });
  }
}
