import { dayAhead } from '../../actions/dialogs.mjs';
import { ask } from '../../actions/dialog.mjs';
import { checkbox, dateField, radios, select, textArea } from '../../actions/fields.mjs';
import { parseDay } from '../../days/day.mjs';
import { element } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { post } from '../../tasklist.mjs';

/** Sends one intervention; an empty wish is one, too. */
export function stepIn(kind, item, wish = {}) {
  return post(`steering/${kind}/${encodeURIComponent(item)}`, wish);
}

/** Why somebody steps in; whoever reads the history of the task sees it. */
export function reasonField() {
  return textArea('reason', text('actions.reason'), { required: true, hint: text('steer.reasonHint') });
}

/** Another person of the task's department, another department, or a person there. */
export function reassignTask(task, view, done) {
  const member = ({ departments, heads }, department) => (task.ofHeads ? heads : departments).includes(department);
  const people = view.people.filter((one) => member(one, task.departmentKey) && one.label !== task.holder);
  const person = select('person', text('steer.person'), people.map(choice), { required: true });
  const department = select(
    'department',
    text('steer.department'),
    view.departments.filter(({ value }) => value !== task.departmentKey),
    { required: true },
  );
  const there = select('there', text('steer.personThere'), [], { empty: false, hint: text('steer.personThereHint') });
  const offer = () => {
    const found = view.people.filter((one) => department.value() && member(one, department.value()));
    const options = [{ value: '', label: text('steer.anybodyThere') }, ...found.map(choice)];
    there.input.replaceChildren(...options.map(({ value, label }) => element('option', { value }, label)));
  };
  department.input.addEventListener('change', offer);
  offer();
  const way = (to) => {
    person.node.hidden = to !== 'person';
    department.node.hidden = to !== 'department';
    there.node.hidden = to !== 'department';
  };
  const ways = [
    people.length ? { value: 'person', label: text('steer.toPerson', task.department) } : null,
    { value: 'department', label: text('steer.toDepartment') },
  ].filter(Boolean);
  way(ways[0].value);
  ask({
    title: text('steer.reassign.title', task.name),
    intro: task.holder ? text('steer.reassign.from', task.holder) : null,
    fields: [radios('to', text('steer.reassign.to'), ways, way), person, department, there, reasonField()],
    accept: text('steer.reassign'),
    send: async ({ to, person: whom, department: where, there: whoThere, reason }) => {
      if (to === 'department' && !where) {
        throw Object.assign(new Error(), { body: { errors: [{ field: 'department', message: text('steer.department.missing') }] } });
      }
      const wish = to === 'person' ? { person: whom, reason } : { department: where, person: whoThere || null, reason };
      await named('REASSIGN', task.id, wish, { colleague: 'person' });
      done(text('steer.reassign.done', task.name));
    },
  });
}

/** A later last day. */
export function extendTask(task, view, done) {
  const today = dayAhead(0);
  const date = dateField('date', text('steer.extend.date'), { value: '', min: task.due < today ? today : task.due, required: true });
  ask({
    title: text('steer.extend.title', task.name),
    intro: text('steer.extend.now', localDate(task.due)),
    fields: [date, reasonField()],
    accept: text('steer.extend'),
    send: async (wish) => {
      await stepIn('EXTEND', task.id, wish);
      done(text('steer.extend.done', task.name));
    },
  });
}

/** Away from the lists of its people until a day. */
export function putOffTask(task, view, done) {
  const date = dateField('date', text('steer.followUp.date'), { value: task.followUp ?? '', min: dayAhead(1), required: true });
  const late = checkbox('afterDue', text('steer.followUp.afterDue', task.due ? localDate(task.due) : ''));
  const warn = () => (late.node.hidden = !(task.due && parseDay(date.value()) > task.due));
  date.input.addEventListener('change', warn);
  warn();
  ask({
    title: text('steer.followUp.title', task.name),
    intro: text('steer.followUp.intro'),
    fields: [date, late, reasonField()],
    accept: text('steer.followUp'),
    send: async (wish) => {
      await stepIn('FOLLOW_UP', task.id, wish);
      done(text('steer.followUp.done', task.name));
    },
  });
}

/** Back to an earlier step. */
export function repeatStep(task, view, done) {
  const step = select('step', text('steer.repeat.step'), task.earlier, { required: true, empty: task.earlier.length > 1 });
  ask({
    title: text('steer.repeat.title'),
    intro: text('steer.repeat.intro', task.name),
    fields: [step, reasonField()],
    accept: text('steer.repeat'),
    send: async (wish) => {
      await stepIn('REPEAT', task.id, wish);
      done(text('steer.repeat.done', step.input.selectedOptions[0].textContent));
    },
  });
}

/** On without this step. */
export function skipStep(task, view, done) {
  ask({
    title: text('steer.skip.title', task.name),
    intro: text('steer.skip.intro'),
    fields: [reasonField()],
    accept: text('steer.skip'),
    send: async (wish) => {
      await stepIn('SKIP', task.id, wish);
      done(text('steer.skip.done', task.name));
    },
  });
}

/** Once more, since the cause may be gone. */
export function retryJob(job, view, done) {
  ask({
    title: text('steer.retry.title'),
    intro: text(`steer.cause.${job.cause}.help`),
    fields: [],
    accept: text('steer.retry'),
    send: async () => {
      await stepIn('RETRY', job.id);
      done(text('steer.retry.done'));
    },
  });
}

// The server names some fields as the dialogs of Tasklist do.
async function named(kind, item, wish, names) {
  try {
    await stepIn(kind, item, wish);
  } catch (failure) {
    failure.body?.errors?.forEach((error) => (error.field = names[error.field] ?? error.field));
    throw failure;
  }
}

function choice({ value, label }) {
  return { value, label };
}
