import { element } from '../dom.mjs';
import { localSize, text } from '../messages/index.mjs';
import { post, read, remove } from '../tasklist.mjs';
import { takeDropped } from './drop.mjs';
import { deletedList, documentList } from './entries.mjs';
import { reason, Uploads } from './uploads.mjs';

const FOREMOST = 4;
const KINDS = ['MINUTES', 'PRESENTATION', 'EVIDENCE', 'OTHER'];

/** The documents of a task: those that matter in its step, and below them the measure's others. */
export function taskDocuments(taskId) {
  return new DocumentsPanel(`tasks/${encodeURIComponent(taskId)}/documents`, taskId);
}

/** All documents of a measure. */
export function measureDocuments(number) {
  return new DocumentsPanel(`measures/${encodeURIComponent(number)}/documents`, null);
}

class DocumentsPanel {
  /**
   * @param path resource that lists documents and takes new ones
   * @param task id of the task, null on a measure's page
   */
  constructor(path, task) {
    this.path = path;
    this.task = task;
    this.life = new AbortController();
    this.turn = 0;
    this.count = element('span', { class: 'ks-document-count' });
    this.status = element('div', { role: 'status', class: 'ks-document-status' });
    this.adding = element('div');
    this.lists = element('div', {}, element('p', {}, text('documents.loading')));
    this.node = element(
      'section',
      { class: 'ks-documents', 'aria-label': text('documents.title') },
      task ? element('h4', { class: 'ks-document-title' }, text('documents.title'), ' ', this.count) : null,
      this.adding,
      this.status,
      this.lists,
    );
    this.load();
  }

  /** What is on its way goes on: it was sent while the task was open. */
  destroy() {
    this.life.abort();
  }

  /** Says that files are still on their way. Returns whether there are any. */
  isWaiting() {
    const waiting = this.uploads?.pending > 0;
    if (waiting) {
      this.say(element('span', { role: 'alert', class: 'ks-document-alert' }, text('documents.wait')));
      this.node.scrollIntoView({ block: 'start' });
    }
    return waiting;
  }

  async load() {
    const turn = ++this.turn;
    try {
      const page = await read(this.path);
      // A later look may have been answered first.
      if (turn === this.turn) {
        this.show(page);
      }
    } catch (failure) {
      this.lists.replaceChildren(element('p', { role: 'alert', class: 'ks-document-alert' }, reason(failure)));
    }
  }

  show(page) {
    if (page.mayAttach && !this.uploads) {
      this.offerAdding(page);
    }
    this.uploads ??= new Uploads(page.largest);
    if (!this.uploads.node.isConnected) {
      this.adding.append(this.uploads.node);
    }
    const actions = {
      task: this.task,
      endings: page.endings,
      renew: (entry, file) => this.renew(entry, file),
      remove: (entry) => this.remove(entry),
    };
    this.count.textContent = page.documents.length ? `(${page.documents.length})` : '';
    this.lists.replaceChildren(
      page.documents.length
        ? documentList(this.foremost(page.documents), actions)
        : element('p', { class: 'ks-document-none' }, text(this.task ? 'documents.noneHere' : 'documents.none')),
      ...[
        this.folded('documents.more', this.rest(page.documents), (rest) => documentList(rest, actions)),
        this.folded('documents.others', page.others, (others) => documentList(others, actions)),
        this.folded('documents.deleted', page.deleted, (deleted) => deletedList(deleted, (entry) => this.restore(entry))),
      ].filter(Boolean),
    );
  }

  // In a task the form has to stay in sight.
  foremost(entries) {
    return this.task ? entries.slice(0, FOREMOST) : entries;
  }

  rest(entries) {
    return this.task ? entries.slice(FOREMOST) : [];
  }

  offerAdding({ largest, endings, suggestedKind }) {
    this.uploads = new Uploads(largest);
    const kind = element(
      'select',
      {},
      KINDS.map((name) => element('option', { value: name, selected: name === suggestedKind }, text(`documents.kind.${name}`))),
    );
    const files = element('input', {
      type: 'file',
      multiple: true,
      hidden: true,
      accept: endings.join(','),
      onchange: () => {
        this.attach([...files.files], kind.value);
        files.value = '';
      },
    });
    const place = element(
      'div',
      { class: 'ks-drop' },
      element('label', {}, element('span', {}, text('documents.kind')), kind),
      element(
        'button',
        { type: 'button', class: 'btn btn-default', onclick: () => files.click() },
        text('documents.choose'),
      ),
      files,
      element('span', { class: 'ks-drop-hint' }, text('documents.drop', localSize(largest))),
    );
    takeDropped(place, (dropped) => this.attach(dropped, kind.value), this.life.signal);
    this.adding.replaceChildren(place, this.uploads.node);
  }

  attach(files, kind) {
    const sent = files.map((file) => this.uploads.send(`${this.path}?kind=${kind}`, file));
    return Promise.all(sent.map(async (upload) => this.afterUpload(await upload, 'documents.attached')));
  }

  async renew(entry, file) {
    const renewed = await this.uploads.send(this.of(entry, '/versions'), file);
    await this.afterUpload(renewed, 'documents.renewed');
  }

  // Also where nothing came back: the answer may have been lost, not the file.
  async afterUpload(entry, key) {
    await this.load();
    if (entry) {
      this.say(text(key, entry.name));
    }
  }

  async remove(entry) {
    await this.change(entry, () => remove(this.of(entry, '')), () => {
      const undo = element(
        'button',
        { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.restore(entry) },
        text('documents.undo'),
      );
      this.say(text('documents.removed', entry.name), ' ', undo);
      undo.focus();
    });
  }

  async restore(entry) {
    await this.change(entry, () => post(this.of(entry, '/restore')), () => {
      this.say(text('documents.restored', entry.name));
      this.lists.querySelector(`[data-document="${entry.id}"] a`)?.focus();
    });
  }

  async change(entry, act, done) {
    try {
      await act();
      await this.load();
      done();
    } catch (failure) {
      this.say(element('span', { role: 'alert', class: 'ks-document-alert' }, `${entry.name}: ${reason(failure)}`));
    }
  }

  of(entry, what) {
    const query = this.task ? `?task=${encodeURIComponent(this.task)}` : '';
    return `documents/${entry.id}${what}${query}`;
  }

  say(...words) {
    this.status.replaceChildren(...words);
  }

  folded(title, entries, content) {
    return entries.length
      ? element(
          'details',
          { class: 'ks-document-more' },
          element('summary', {}, `${text(title)} (${entries.length})`),
          content(entries),
        )
      : null;
  }
}
