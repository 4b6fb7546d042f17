import { element, paragraphs } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { say } from './done.mjs';
import { textArea } from './fields.mjs';
import { address, announce, onMoved } from './moved.mjs';

/**
 * The part above a task's form that says how the task came here and what it waits for: from which department, until which day
 * it is put off, what is asked and answered. Who is asked answers here.
 */
export class TaskHead {
  /**
   * @param form what the form below can: `filled` gives its data, or null where the browser finds problems in it, which it then
   *             shows; `sending` and `failed` hear of an answer on its way; `refuse` shows what the server has refused; `held`
   *             hears the name of somebody else who has the task, or null
   */
  constructor(taskId, form) {
    this.taskId = taskId;
    this.form = form;
    this.node = element('div', { class: 'ks-task-head' });
    this.end = onMoved(({ taskId: moved, gone }) => moved === taskId && !gone && this.load());
  }

  async load() {
    const place = await read(address(this.taskId, 'place')).catch(() => null);
    this.along = null;
    this.form.held?.(place?.assignee && !place.mine ? place.assignee : null);
    this.node.replaceChildren(...(place ? this.parts(place) : []));
    const open = Boolean(place?.question?.open);
    const mine = open && place.may.includes('ANSWER');
    this.node.classList.toggle('ks-question-open', open);
    this.node.classList.toggle('ks-question-mine', mine);
    this.node.classList.toggle('ks-question-waiting', open && !mine);
  }

  /** The person has written into the form: it goes along with the answer unless they say no. */
  touched() {
    if (this.along) {
      this.along.checked = true;
    }
  }

  parts({ cameFrom, followUp, followUpLine, question, may }) {
    return [
      cameFrom
        ? note('came', text('head.cameFrom', cameFrom.fromDepartment, localDate(cameFrom.at)), cameFrom.reason)
        : null,
      followUp ? note('follow-up', text('head.followUp', localDate(followUp)), followUpLine?.reason) : null,
      question ? this.question(question, may) : null,
    ].filter(Boolean);
  }

  question({ open, asked, answer }, may) {
    if (!open) {
      const before = asked?.reason ? element('p', {}, text('head.youAsked', asked.reason)) : null;
      return note('question', text('head.answered', answer.by, localDate(answer.at)), answer.reason, before);
    }
    if (!may.includes('ANSWER')) {
      const whom = asked.givenTo ?? asked.toDepartment ?? '';
      return note('question', text('head.askedOf', whom, localDate(asked.at)), asked.reason);
    }
    return note(
      'question',
      text('head.askedYou', asked.by, asked.fromDepartment),
      asked.reason,
      element('p', {}, text('head.howToAnswer')),
      this.answerForm(asked.by),
    );
  }

  answerForm(asker) {
    const answer = textArea('answer', text('head.yourAnswer'), { required: true });
    const problem = element('p', { class: 'ks-field-error', role: 'alert', hidden: true });
    const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('head.send'));
    this.along = element('input', { type: 'checkbox' });
    const form = element(
      'form',
      { novalidate: true },
      answer.node,
      element('label', { class: 'ks-inline' }, this.along, ' ', text('head.withForm')),
      problem,
      button,
    );
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      await this.send(answer, problem, asker);
      button.disabled = false;
    });
    return form;
  }

  async send(answer, problem, asker) {
    answer.problem(null);
    problem.hidden = true;
    const data = this.along.checked ? this.form.filled() : null;
    if (this.along.checked && data === null) {
      return;
    }
    this.form.sending();
    try {
      await post(address(this.taskId, 'answer'), { answer: answer.value(), data });
      announce(this.taskId, { gone: true });
      say(text('head.sent', asker));
    } catch (failure) {
      this.form.failed();
      this.refused(failure, answer, problem);
    }
  }

  refused(failure, answer, problem) {
    const errors = failure.body?.errors ?? [];
    const atAnswer = errors.find(({ field }) => field === 'answer');
    if (atAnswer) {
      answer.problem(atAnswer.message);
      answer.focus();
    } else if (errors.length) {
      this.form.refuse(errors);
    } else {
      problem.textContent = failure.body?.message ?? text('actions.failed');
      problem.hidden = false;
    }
  }
}

function note(kind, heading, reason, ...more) {
  return element(
    'section',
    { class: `ks-note ks-note-${kind}` },
    element('h5', {}, heading),
    reason ? element('blockquote', {}, paragraphs(reason)) : null,
    more,
  );
}
