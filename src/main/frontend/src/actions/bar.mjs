import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';
import { askQuestion, extend, giveBack, handOver, putOff, withdraw } from './dialogs.mjs';
import { focusOnDone, say } from './done.mjs';
import { address, onMoved } from './moved.mjs';

const ACTIONS = [
  { label: 'actions.followUp', needs: ['FOLLOW_UP'], open: putOff },
  { label: 'actions.handOver', needs: ['HAND_OVER'], open: handOver },
  { label: 'actions.question', needs: ['ASK'], open: askQuestion },
  { label: 'actions.withdraw', needs: ['WITHDRAW'], open: withdraw },
  { label: 'actions.giveBack', needs: ['RELEASE', 'SEND_BACK'], open: giveBack },
  { label: 'actions.extend', needs: ['EXTEND'], open: extend },
];

/** What can be done with a task that lies there, in the order of the buttons. */
export function possible(place) {
  return ACTIONS.filter(({ needs }) => needs.some((one) => place.may.includes(one)));
}

/** What the person can do with the open task, as buttons above it. */
export class ActionBar {
  constructor(node, scope) {
    this.node = node;
    this.scope = scope;
    this.turn = 0;
    this.end = onMoved((move) => this.heard(move));
  }

  /** Shows what can be done with a task; only the answer to the last question counts. */
  async show(taskId) {
    this.taskId = taskId;
    const turn = (this.turn += 1);
    const place = taskId ? await read(address(taskId, 'place')).catch(() => null) : null;
    if (turn === this.turn) {
      this.draw((place ? possible(place) : []).map((action) => this.button(action, taskId, place)));
    }
  }

  // Whoever works without a mouse stays at the same button, or where it is gone reads what has been done.
  draw(buttons) {
    const { activeElement } = document;
    const focused = this.node.contains(activeElement) ? activeElement.textContent : null;
    this.node.replaceChildren(...buttons);
    if (focused !== null) {
      const same = buttons.find(({ textContent }) => textContent === focused);
      same ? same.focus() : focusOnDone();
    }
  }

  button({ label, open }, taskId, place) {
    const start = async () => {
      try {
        await open(taskId, place);
      } catch (failure) {
        say(failure.body?.message ?? text('actions.failed'));
      }
    };
    return element('button', { type: 'button', class: 'btn btn-link ks-action', onclick: start }, text(label));
  }

  // Tasklist keeps the open task and the list in its own data, and reads them again when it is told that they have changed.
  heard({ taskId, gone }) {
    const open = taskId === this.taskId;
    this.scope.$applyAsync(() => {
      const data = this.scope.taskData;
      if (open) {
        data[gone ? 'set' : 'changed'](...(gone ? ['taskId', { taskId: null }] : ['task']));
      } else if (!gone) {
        globalThis.location.hash = `#/?forceDisplayTask=true&task=${encodeURIComponent(taskId)}`;
      }
      data.changed('taskList');
    });
    if (open && !gone) {
      this.show(taskId);
    }
  }
}
