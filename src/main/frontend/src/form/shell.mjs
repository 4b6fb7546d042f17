import { TaskHead } from '../actions/head.mjs';
import { element } from '../dom.mjs';
import { taskDocuments } from '../documents/panel.mjs';
import { tellNumber } from '../glance/proposed.mjs';
import { text } from '../messages/index.mjs';
import { PreviewPanel } from '../preview/panel.mjs';
import { post, read } from '../tasklist.mjs';
import { contextPanel } from './context.mjs';
import { Drafting } from './drafting.mjs';
import { ErrorMarks } from './errors.mjs';
import { guardLeaving } from './leaving.mjs';
import { fieldProblems, isOvertaken, readPath } from './paths.mjs';
import { ProblemSummary } from './summary.mjs';
import { FormView } from './view.mjs';

const VARIABLE = 'form';

/**
 * Opens the form of a task, or of a process that is to be started, inside Camunda's embedded form.
 *
 * @param shell   object whose `submit` decides whether Camunda may send the form
 * @param camForm Camunda's form
 * @param scope   Angular scope of the form: tells whether the task is mine
 * @param inject  runs a function with Camunda's services
 */
export async function open(shell, camForm, scope, inject) {
  const root = camForm.formElement[0].parentNode.querySelector('.ks-shell');
  root.addEventListener('keydown', keepEscape);
  root.append(element('p', { class: 'ks-loading', role: 'status' }, text('form.loading')));
  try {
    const address = addressOf(camForm, scope);
    const [{ schema, data, context }, kept] = await Promise.all([read(address), Drafting.kept(address)]);
    const held = Boolean(context?.heldByAbsent);
    const hint = text(held ? 'form.heldByAbsent' : 'form.claim', context?.deputyFor);
    const claimHint = element('p', { class: 'ks-claim-hint', hidden: true }, hint);
    const summary = new ProblemSummary();
    const place = element('div', { class: 'ks-form' });
    const head = contextPanel(context ?? {});
    const documents = camForm.taskId ? taskDocuments(camForm.taskId) : null;
    root.replaceChildren(...[head, held ? takeOver(camForm.taskId) : null, documents?.node, claimHint, summary.node, place].filter(Boolean));
    const known = data ?? {};
    const view = await FormView.mount(place, schema, Drafting.data(schema, structuredClone(known), kept));
    const drafting = new Drafting(address, camForm.taskId, view, schema, known, kept);
    const marks = new ErrorMarks(place);
    const stopGuard = guardLeaving(scope, drafting);
    head.after(drafting.bar.notice);
    place.after(drafting.bar.node);
    const preview = context?.preview ? previewOf(address, view, drafting) : null;
    if (preview) {
      place.before(preview.node);
      drafting.bar.node.append(preview.link());
    }
    connect(shell, camForm, view, summary, drafting, documents, inject);
    const rest = context?.paused ? root.querySelector('.ks-paused') : null;
    if (rest) {
      restWithMeasure(shell, rest);
    }
    if (camForm.taskId) {
      const hintFor = (holder) => (claimHint.textContent = holder && !held ? text('form.heldBy', holder) : hint);
      showHead(root, camForm, scope, view, summary, drafting, hintFor);
    } else {
      tellNumber(camForm);
    }
    scope.$watch('options.disableForm', (closed) => {
      view.readOnly(Boolean(closed || rest));
      claimHint.hidden = !closed || Boolean(rest);
    });
    scope.$on('$destroy', () => {
      stopGuard();
      drafting.destroy();
      marks.destroy();
      preview?.destroy();
      view.destroy();
      documents?.destroy();
    });
    scope.$applyAsync();
  } catch (failure) {
    const key = failure.status === 401 ? 'form.signedOut' : 'form.failed';
    root.replaceChildren(
      element('p', { class: 'alert alert-danger', role: 'alert' }, text(key), ' ', failure.body?.message ?? ''),
    );
  } finally {
    root.setAttribute('aria-busy', 'false');
  }
}

function addressOf(camForm, scope) {
  if (camForm.taskId) {
    return `form/task/${encodeURIComponent(camForm.taskId)}`;
  }
  const key = scope.params?.processDefinitionKey ?? camForm.processDefinitionId.split(':')[0];
  return `form/start/${encodeURIComponent(key)}`;
}

// Tasklist offers to claim only what nobody has claimed; a deputy may take over from the person who is away.
function takeOver(taskId) {
  const note = element('span', { role: 'alert', class: 'ks-note' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-primary',
      onclick: async () => {
        button.disabled = true;
        try {
          await post(`deputies/tasks/${encodeURIComponent(taskId)}/take-over`);
          globalThis.location.reload();
        } catch (failure) {
          note.textContent = failure.message;
          button.disabled = false;
        }
      },
    },
    text('form.takeOver'),
  );
  return element('p', { class: 'ks-take-over' }, button, ' ', note);
}

// Escape closes a calendar or a list of choices; further up it would close the dialog "Prozess starten" with everything typed.
function keepEscape(event) {
  if (event.key === 'Escape') {
    event.stopPropagation();
  }
}

function connect(shell, camForm, view, summary, drafting, documents, inject) {
  shell.submit = () => {
    // Files that wait for their turn could not be attached to a task that is done.
    if (documents?.isWaiting()) {
      return false;
    }
    const { data, problems } = view.submit();
    if (problems.length) {
      summary.show(problems, view);
      return false;
    }
    summary.clear();
    drafting.submitting();
    write(camForm.variableManager, data);
    return true;
  };
  camForm.on('submit-success', () => drafting.submitted());
  camForm.on('submit-failed', (_, [failure]) => {
    if (isOvertaken(failure)) {
      drafting.overtaken();
      dropToast(inject);
      return;
    }
    drafting.refused();
    const errors = fieldProblems(failure);
    if (!errors.length) {
      return;
    }
    const problems = errors.map(({ field, label, message }) => view.showAt(readPath(field), label, message));
    summary.show(problems, view);
    dropToast(inject);
  });
}

// Camunda's button stays; whoever presses it is led to the reason.
function restWithMeasure(shell, note) {
  shell.submit = () => {
    note.focus();
    return false;
  };
}

// How the task came here and what it waits for; who is asked about it answers there.
function showHead(root, camForm, scope, view, summary, drafting, hintFor) {
  const filled = () => {
    const { data, problems } = view.submit();
    problems.length ? summary.show(problems, view) : summary.clear();
    return problems.length ? null : data;
  };
  const refuse = (errors) =>
    summary.show(errors.map(({ field, label, message }) => view.showAt(readPath(field), label, message)), view);
  const head = new TaskHead(camForm.taskId, {
    filled,
    refuse,
    sending: () => drafting.submitting(),
    failed: () => drafting.refused(),
    held: hintFor,
  });
  root.prepend(head.node);
  view.onInput(() => head.touched());
  scope.$on('$destroy', () => head.end());
  head.load();
}

function previewOf(address, view, drafting) {
  const panel = new PreviewPanel((content) => post(`${address}/preview`, content), () => drafting.content());
  view.form.on('changed', () => panel.changed());
  panel.refresh();
  return panel;
}

// Transient: the engine hands the data to the application and keeps none of it.
function write(variables, data) {
  if (variables.variable(VARIABLE)) {
    variables.destroyVariable(VARIABLE);
  }
  variables.createVariable({ name: VARIABLE, type: 'Json', value: data, valueInfo: { transient: true } });
}

// The refusal stands at its field and above the form; Tasklist's own message would outlive the next success.
function dropToast(inject) {
  inject([
    'Notifications',
    '$timeout',
    function clear(notifications, timeout) {
      timeout(() => notifications.clearAll(), 50);
    },
  ]);
}
