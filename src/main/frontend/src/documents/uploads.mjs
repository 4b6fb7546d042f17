import { element } from '../dom.mjs';
import { localSize, text } from '../messages/index.mjs';
import { upload } from './upload.mjs';

/** Files on their way, one after the other: each with its progress, a way to stop it, and the reason where it is refused. */
export class Uploads {
  /** @param largest bytes of the largest file that is taken */
  constructor(largest) {
    this.largest = largest;
    this.node = element('div', { class: 'ks-uploads' });
    this.queue = Promise.resolve();
    this.pending = 0;
  }

  /** Sends a file when those before it are done. Resolves with the answer, or null where nothing was stored. */
  send(path, file) {
    const line = new Line(file);
    this.node.append(line.node);
    this.begin();
    this.queue = this.queue.then(() => this.sendNow(path, file, line)).finally(() => this.end());
    return this.queue;
  }

  begin() {
    if (this.pending++ === 0) {
      globalThis.addEventListener('beforeunload', askBeforeLeaving);
    }
  }

  end() {
    if (--this.pending === 0) {
      globalThis.removeEventListener('beforeunload', askBeforeLeaving);
    }
  }

  async sendNow(path, file, line) {
    // Sending it would take minutes, and the answer is known.
    if (file.size > this.largest) {
      line.refuse(text('documents.tooLarge', localSize(this.largest)));
      return null;
    }
    try {
      const entry = await upload(path, file, (share) => line.progress(share), line.signal);
      line.node.remove();
      return entry;
    } catch (failure) {
      line.refuse(reason(failure));
      return null;
    }
  }
}

// The browser's own question: closing the window would stop what is on its way.
function askBeforeLeaving(event) {
  event.preventDefault();
}

/** Why a file was not taken, in words for the reader. */
export function reason(failure) {
  if (failure.name === 'AbortError') {
    return text('documents.stopped');
  }
  if (failure.status === 0) {
    return text('documents.cut');
  }
  return failure.status === 401 ? text('documents.signedOut') : (failure.body?.message ?? text('documents.failed'));
}

class Line {
  constructor(file) {
    this.controller = new AbortController();
    this.signal = this.controller.signal;
    this.bar = element('progress', { max: '1', value: '0', 'aria-label': text('documents.progressOf', file.name) });
    this.share = element('span', { class: 'ks-upload-share', 'aria-hidden': 'true' }, '0 %');
    this.name = file.name;
    this.node = element(
      'div',
      { class: 'ks-upload' },
      element('span', { class: 'ks-upload-name' }, file.name),
      this.bar,
      this.share,
      button('documents.stop', () => this.abort()),
    );
  }

  progress(share) {
    this.bar.value = share;
    this.share.textContent = `${Math.round(share * 100)} %`;
  }

  abort() {
    this.controller.abort();
  }

  refuse(words) {
    this.node.classList.add('ks-upload-refused');
    this.node.replaceChildren(
      element('p', { role: 'alert' }, element('strong', {}, `${this.name}: `), words),
      button('documents.dismiss', () => this.node.remove()),
    );
  }
}

function button(key, onclick) {
  return element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick }, text(key));
}
