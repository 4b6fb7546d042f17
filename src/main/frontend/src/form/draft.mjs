import { sameContent } from './content.mjs';

/** Long enough not to save in the middle of a word, short enough that little is lost. */
const PAUSE_MILLIS = 1200;

const RETRY_MILLIS = 20_000;

/** Browsers refuse larger requests that outlive their page. */
const KEEPALIVE_LIMIT = 60_000;

/**
 * Saves what is typed on the server, by itself. It knows what is saved and what is not, and tells whoever listens.
 *
 * States: `none` (nothing typed), `changed` (not saved yet), `saving`, `saved`, `failed`, `discarded`, `conflict`, `ended`.
 */
export class Draft {
  /**
   * @param server `{ save(body, options), discard(version) }`, both promises
   * @param known  content of the form before anything was typed
   * @param kept   the draft as the server has it, or null
   * @param tell   called with this draft after every change of its state
   */
  constructor(server, known, kept, tell, timers = globalThis) {
    this.server = server;
    this.known = known;
    this.tell = tell;
    this.timers = timers;
    this.content = kept?.data ?? known;
    this.take(kept);
    this.state = kept ? 'saved' : 'none';
  }

  /** Whether something is typed that the server does not have. */
  get unsaved() {
    return !this.closed && ['changed', 'saving', 'failed', 'conflict'].includes(this.state) && !sameContent(this.content, this.saved ?? this.known);
  }

  /** To be called with the form's content after every change. */
  typed(content) {
    if (this.state === 'ended' || sameContent(content, this.content)) {
      return;
    }
    this.content = content;
    if (this.state === 'conflict') {
      return;
    }
    if (!this.version && sameContent(content, this.known)) {
      this.become(this.state === 'discarded' ? 'discarded' : 'none');
      return;
    }
    this.discarded = null;
    this.become('changed');
    this.plan();
  }

  /** Saves now what is not saved. */
  async save(options = {}) {
    this.timers.clearTimeout(this.timer);
    if (this.running) {
      this.again = true;
      return this.running;
    }
    if (this.closed || !['changed', 'failed'].includes(this.state)) {
      return undefined;
    }
    const content = this.content;
    this.become('saving');
    this.running = this.server
      .save({ version: this.version, data: content }, options)
      .then((kept) => this.kept(kept, content), (failure) => this.failed(failure))
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.save();
        }
      });
    return this.running;
  }

  /** Saves when the page or the task is left; the request outlives the page. */
  leave() {
    const fits = new Blob([JSON.stringify(this.content)]).size < KEEPALIVE_LIMIT;
    return this.save(fits ? { keepalive: true } : {});
  }

  /** No more saving: the form is being submitted. */
  stop() {
    this.timers.clearTimeout(this.timer);
    this.again = false;
  }

  /** The form was submitted: nothing is saved any more, and what was still on its way is taken back. */
  async done() {
    this.stop();
    this.closed = true;
    if (this.running) {
      await this.running;
      await this.server.discard(this.version).catch(() => {});
    }
  }

  /** Goes on saving: the submission was refused. */
  resume() {
    if (this.unsaved && this.state === 'changed') {
      this.plan();
    }
  }

  /** Saves even what is not changed: what the person wanted to submit is theirs to keep. */
  async keep() {
    await this.running;
    this.become('changed');
    return this.save();
  }

  /** The form shows another content now. @param known whether that is what it shows without any draft */
  shown(content, known) {
    this.content = content;
    if (known) {
      this.known = content;
    }
    if (this.saved) {
      this.saved = content;
    }
  }

  /** Deletes the draft; what was typed can be brought back until something else is typed. */
  async discard() {
    this.stop();
    await this.running;
    try {
      if (this.version) {
        await this.server.discard(this.version);
      }
      this.discarded = this.content;
      this.take(null);
      this.content = this.known;
      this.become('discarded');
      return true;
    } catch (failure) {
      this.failed(failure);
      return false;
    }
  }

  /** Brings back what was discarded. @return the content to be shown */
  undo() {
    const content = this.discarded;
    this.discarded = null;
    this.content = content;
    this.become('changed');
    this.save();
    return content;
  }

  /** Of two windows this one shall count. */
  keepMine() {
    this.version = this.other?.version ?? 0;
    this.other = null;
    this.become('changed');
    return this.save();
  }

  /** Of two windows the other one shall count. @return the content to be shown */
  takeOther() {
    const kept = this.other;
    this.other = null;
    this.take(kept);
    this.content = kept?.data ?? this.known;
    this.become(kept ? 'saved' : 'none');
    return this.content;
  }

  kept(kept, content) {
    this.take({ ...kept, data: content });
    if (kept.ended) {
      this.become('ended');
    } else if (sameContent(this.content, content)) {
      this.become('saved');
    } else {
      this.become('changed');
      this.plan();
    }
  }

  failed(failure) {
    if (failure.status === 409) {
      this.other = failure.body?.saved ?? null;
      this.become('conflict');
    } else if (failure.status === 410) {
      this.become('none');
    } else {
      this.reason = failure.body?.message ?? '';
      this.become('failed');
      this.timer = this.timers.setTimeout(() => this.save(), RETRY_MILLIS);
    }
  }

  take(kept) {
    this.version = kept?.version ?? 0;
    this.saved = kept?.data ?? null;
    this.savedAt = kept?.savedAt ?? null;
    this.deleteOn = kept?.deleteOn ?? null;
    this.origin = kept?.origin ?? null;
    this.ended = kept?.ended ?? null;
  }

  plan() {
    this.timers.clearTimeout(this.timer);
    this.timer = this.timers.setTimeout(() => this.save(), PAUSE_MILLIS);
  }

  become(state) {
    this.state = state;
    this.tell(this);
  }
}
