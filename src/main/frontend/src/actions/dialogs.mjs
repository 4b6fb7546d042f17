import { parseDay } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { ask } from './dialog.mjs';
import { say } from './done.mjs';
import { checkbox, dateField, radios, select, textArea } from './fields.mjs';
import { address, announce } from './moved.mjs';

const GROUP = 'GROUP';

/** Does something with a task, says so, and offers to take it back. @return `gone` whether the person no longer sees the task */
async function act(taskId, action, body, { message, gone = false, undo = true }) {
  const answer = await post(address(taskId, action), body);
  announce(taskId, { gone });
  const takeBack = async () => {
    await post(address(taskId, `undo/${answer.event}`));
    announce(taskId);
  };
  say(message(answer), undo ? takeBack : null);
  return { gone };
}

/** Wiedervorlage: away from the list until a day. */
export async function putOff(taskId, place) {
  const { colleagues } = await read(address(taskId, 'choices'));
  const late = checkbox('afterDue', text('followUp.afterDue', localDate(place.due)));
  const date = dateField('date', text('followUp.date'), {
    value: place.followUp,
    min: dayAhead(1),
    required: true,
    hint: text('followUp.dateHint'),
  });
  const warn = () => (late.node.hidden = !(place.due && parseDay(date.value()) > place.due));
  date.input.addEventListener('change', warn);
  date.node.append(quickDays(date));
  warn();
  const owners = [
    { value: '', label: place.assignee && !place.mine ? place.assignee : text('followUp.me') },
    ...colleagues.filter(({ label }) => label !== place.assignee),
    { value: GROUP, label: text('followUp.group', place.department) },
  ].map(({ value, label }) => ({ value, label }));
  ask({
    title: text('followUp.title'),
    intro: text('followUp.intro'),
    fields: [
      date,
      late,
      select('owner', text('followUp.owner'), owners, { empty: false }),
      textArea('reason', text('actions.reasonOptional'), { hint: text('actions.internal') }),
    ],
    accept: text('followUp.accept'),
    send: (wish) =>
      act(taskId, 'follow-up', wish, {
        message: (done) =>
          done.date === wish.date
            ? text('followUp.done', localDate(done.date))
            : text('followUp.moved', localDate(wish.date), localDate(done.date)),
      }),
    extra: place.may.includes('BRING_BACK')
      ? [
          {
            label: text('followUp.bringBack'),
            send: () => act(taskId, 'bring-back', {}, { message: () => text('followUp.broughtBack') }),
          },
        ]
      : [],
  });
}

// The days people put things off by, in one click.
function quickDays(date) {
  const pick = (days) => () => date.set(dayAhead(days));
  return element(
    'p',
    { class: 'ks-quick' },
    [1, 7, 14, 28].map((days) =>
      element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: pick(days) }, text(`followUp.in${days}`)),
    ),
  );
}

/** Weitergeben: to a colleague or to another department. */
export async function handOver(taskId, place) {
  const { colleagues, departments } = await read(address(taskId, 'choices'));
  const free = colleagues.filter(({ label }) => label !== place.assignee).map(({ value, label }) => ({ value, label }));
  const colleague = select('colleague', text('handOver.colleague'), free, { required: true });
  const department = select('department', text('handOver.department'), departments, {
    required: true,
    hint: text('handOver.departmentHint'),
  });
  const reason = textArea('reason', text('actions.reason'), { hint: text('actions.internal') });
  const show = (way) => {
    colleague.node.hidden = way !== 'colleague';
    department.node.hidden = way !== 'department';
    reason.require(way === 'department');
  };
  const ways = [
    free.length ? { value: 'colleague', label: text('handOver.toColleague', place.department) } : null,
    { value: 'department', label: text('handOver.toDepartment') },
  ].filter(Boolean);
  show(ways[0].value);
  ask({
    title: text('handOver.title'),
    intro: null,
    fields: [radios('to', text('handOver.to'), ways, show), colleague, department, reason],
    accept: text('handOver.accept'),
    send: ({ to, reason: why, ...whom }) =>
      act(taskId, 'hand-over', { [to]: whom[to], reason: why }, {
        message: () => text('handOver.done', named(to === 'department' ? department : colleague)),
        gone: to === 'department',
      }),
  });
}

/** Rückfrage: to a person or to a department. */
export async function askQuestion(taskId) {
  const { departments, people } = await read(address(taskId, 'choices'));
  const grouped = people.map((one) => ({ ...one, group: one.department }));
  const person = select('person', text('question.person'), grouped, { required: true });
  const department = select('department', text('question.department'), departments, { required: true });
  const show = (way) => {
    person.node.hidden = way !== 'person';
    department.node.hidden = way !== 'department';
  };
  const ways = [
    { value: 'person', label: text('question.toPerson') },
    { value: 'department', label: text('question.toDepartment') },
  ];
  show('person');
  ask({
    title: text('question.title'),
    intro: text('question.intro'),
    fields: [
      radios('to', text('question.to'), ways, show),
      person,
      department,
      textArea('question', text('question.question'), { required: true }),
    ],
    accept: text('question.accept'),
    send: ({ to, question, ...whom }) =>
      act(taskId, 'question', { [to]: whom[to], question }, {
        message: () => text('question.done', named(to === 'department' ? department : person)),
        undo: false,
      }),
  });
}

/** Zurückgeben: to the group, or to the department it came from. */
export function giveBack(taskId, place) {
  const reason = textArea('reason', text('actions.reason'), { hint: text('actions.internal') });
  const ways = [
    place.may.includes('SEND_BACK') ? { value: 'sender', label: text('giveBack.toSender', place.cameFrom.fromDepartment) } : null,
    place.may.includes('RELEASE') ? { value: 'group', label: text('giveBack.toGroup', place.department) } : null,
  ].filter(Boolean);
  const show = (way) => reason.require(way === 'sender');
  show(ways[0].value);
  ask({
    title: text('giveBack.title'),
    intro: place.mine || !place.assignee ? null : text('giveBack.absent', place.assignee),
    fields: [radios('to', text('giveBack.to'), ways, show), reason],
    accept: text('giveBack.accept'),
    send: ({ to, reason: why }) =>
      act(taskId, 'give-back', { toSender: to === 'sender', reason: why }, {
        message: () =>
          to === 'sender' ? text('handOver.done', place.cameFrom.fromDepartment) : text('giveBack.done', place.department),
        gone: to === 'sender',
      }),
  });
}

/** Frist verlängern: a later last day, set by who stands above the task. */
export function extend(taskId, place) {
  const date = dateField('date', text('extend.date'), {
    value: '',
    min: place.due < dayAhead(0) ? dayAhead(0) : place.due,
    required: true,
    hint: text('extend.dateHint'),
  });
  ask({
    title: text('extend.title'),
    intro: text('extend.intro', localDate(place.due)),
    fields: [date, textArea('reason', text('actions.reason'), { required: true, hint: text('actions.internal') })],
    accept: text('extend.accept'),
    send: (wish) =>
      act(taskId, 'extend', wish, {
        message: (done) =>
          done.date === wish.date
            ? text('extend.done', localDate(done.date))
            : text('extend.moved', localDate(wish.date), localDate(done.date)),
      }),
  });
}

/** Takes a question back. */
export function withdraw(taskId) {
  return act(taskId, 'withdraw', {}, { message: () => text('question.withdrawn'), undo: false });
}

function named({ input }) {
  return input.selectedOptions[0]?.textContent ?? '';
}

/** A day from today on, as date fields hold it. */
export function dayAhead(days, today = new Date()) {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days));
  return day.toISOString().slice(0, 10);
}
