import { Form } from '@bpmn-io/form-js-viewer';

import { text } from '../messages/index.mjs';
import { prepareDates } from './dates.mjs';
import { ListsWithProblems } from './lists.mjs';
import { ReadableNumbers } from './numberfield.mjs';
import { samePath } from './paths.mjs';
import { Refusals } from './refusals.mjs';
import { MarkedWhenRequired } from './required.mjs';
import { prepare } from './schema.mjs';

/** One form-js form on the page: its data, its problems and where they stand. */
export class FormView {
  static async mount(container, schema, data) {
    prepareDates();
    // Text fields would pass on what was typed after a pause, and that write takes back the first letters of the next field.
    const form = new Form({ container, additionalModules: [ListsWithProblems, ReadableNumbers, MarkedWhenRequired], debounce: false });
    await form.importSchema(prepare(schema), data);
    return new FormView(form, container);
  }

  constructor(form, container) {
    this.form = form;
    this.container = container;
    this.fields = form.get('formFieldRegistry');
    this.instances = form.get('formFieldInstanceRegistry');
    this.refusals = new Refusals(form.get('validator'));
    form.get('eventBus').on('repeatRenderManager.remove', ({ dataPath }) => this.forgetProblemsBelow(dataPath));
    form.get('eventBus').on('repeatRenderManager.add', ({ dataPath, index }) => this.focusRow(dataPath, index));
  }

  /** The data of all fields that are shown, and what is wrong with it. */
  submit() {
    this.finishTyping();
    this.refusals.clear();
    const { data, errors } = this.form.submit();
    const problems = Object.keys(errors).length ? this.problems(errors) : [];
    return { data: problems.length ? data : this.withEmptyLists(data), problems };
  }

  /** Hears when somebody has changed a value; states of the form that change by themselves do not count. */
  onInput(listener) {
    let before = JSON.stringify(this.form._getState().data);
    this.form.on('changed', ({ data }) => {
      const now = JSON.stringify(data);
      if (now !== before) {
        before = now;
        listener();
      }
    });
  }

  readOnly(closed) {
    this.form.setProperty('readOnly', closed);
  }

  destroy() {
    this.form.destroy();
  }

  /** Shows a refusal of the server at its field, where it stays until the value changes. */
  showAt(path, label, message) {
    const instance = this.instances.getAll().find(({ valuePath }) => valuePath && samePath(valuePath, path));
    if (!instance) {
      return { label, message, target: null };
    }
    const { data, errors: shown } = this.form._getState();
    const errors = structuredClone(shown);
    put(errors, keyOf(instance), message);
    this.refusals.add(instance, at(data, instance.valuePath), message);
    this.form._setState({ errors });
    return { label: this.labelOf(instance), message, target: this.domId(instance) };
  }

  /** Moves the focus to a field, or to the first input of a list or group. */
  focus(target) {
    const field = this.container.querySelector(`#${CSS.escape(target)}`);
    const candidates = [
      field?.matches('input,textarea,select,button') ? field : null,
      this.container.querySelector(`[id="${CSS.escape(target)}-0"],[id="${CSS.escape(target)}-date"],[id="${CSS.escape(target)}-time"]`),
      this.container.querySelector(`[id="${CSS.escape(target)}-search"]`),
      field?.closest('[role="group"]')?.querySelector('input,textarea,button'),
    ];
    const input = candidates.find(Boolean);
    input?.focus();
    (input ?? field)?.scrollIntoView({ block: 'center' });
  }

  // Fields write what was typed when they lose the focus; a shortcut submits without that.
  finishTyping() {
    const active = document.activeElement;
    if (active && this.container.contains(active)) {
      active.blur();
    }
  }

  // form-js leaves a list without rows out; the server's record wants to see the empty list.
  withEmptyLists(data) {
    this.instances
      .getAll()
      .filter(({ id }) => this.fields.get(id)?.type === 'dynamiclist')
      .forEach(({ valuePath }) => fillIn(data, valuePath));
    return data;
  }

  problems(errors) {
    return this.instances
      .getAll()
      .map((instance) => ({ instance, messages: at(errors, keyOf(instance)) }))
      .filter(({ messages }) => Array.isArray(messages) && typeof messages[0] === 'string')
      .map(({ instance, messages }) => ({
        label: this.labelOf(instance),
        message: messages.join(' '),
        target: this.domId(instance),
      }))
      .sort((one, other) => this.position(one.target) - this.position(other.target));
  }

  position(target) {
    const all = [...this.container.querySelectorAll('[id]')];
    return all.findIndex(({ id }) => id === target || id.startsWith(`${target}-`));
  }

  // "Kosten, Art der Angabe" or "Stakeholder Eintrag 3, Name": blocks of the data and rows tell equal labels apart.
  labelOf({ id, indexes }) {
    const field = this.fields.get(id);
    const own = field.label || field.dateLabel || field.timeLabel || field.key || '';
    return [...this.blocks(field, indexes ?? {}), own].filter(Boolean).join(', ');
  }

  blocks(field, indexes) {
    const parent = field._parent ? this.fields.get(field._parent) : null;
    if (!parent) {
      return [];
    }
    const row = parent.id in indexes ? text('form.row', indexes[parent.id] + 1) : '';
    const label = parent.path ? `${parent.label ?? ''} ${row}`.trim() : '';
    return [...this.blocks(parent, indexes), label];
  }

  domId({ id, indexes }) {
    return ['fjs-form-' + this.form._id, id].join('-') + Object.values(indexes ?? {}).map((index) => `_${index}`).join('');
  }

  // Problems are kept by row number: after a row has gone they would stand at the wrong one.
  forgetProblemsBelow(dataPath) {
    const gone = this.instances
      .getAll()
      .filter(({ valuePath }) => valuePath && valuePath.length > dataPath.length && samePath(valuePath.slice(0, dataPath.length), dataPath))
      .map(({ id }) => id);
    const errors = { ...this.form._getState().errors };
    gone.forEach((id) => delete errors[id]);
    this.refusals.clear();
    this.form._setState({ errors });
  }

  // The new row is drawn some time later; on a slow computer with a long list it takes more than one look.
  focusRow(dataPath, index, looks = 30) {
    const row = [...dataPath, index];
    setTimeout(() => {
      const first = this.instances
        .getAll()
        .filter(({ valuePath }) => valuePath && valuePath.length > row.length && samePath(valuePath.slice(0, row.length), row))
        .map((instance) => this.domId(instance))
        .filter((id) => this.position(id) >= 0)
        .sort((one, other) => this.position(one) - this.position(other))[0];
      if (first) {
        this.focus(first);
      } else if (looks > 0) {
        this.focusRow(dataPath, index, looks - 1);
      }
    }, 60);
  }
}

function keyOf({ id, indexes }) {
  return [id, ...Object.values(indexes ?? {})];
}

function at(tree, path) {
  return path.reduce((node, part) => node?.[part], tree);
}

function put(tree, [head, ...rest], message) {
  if (!rest.length) {
    tree[head] = [...(Array.isArray(tree[head]) ? tree[head].filter((old) => typeof old === 'string' && old !== message) : []), message];
    return;
  }
  tree[head] ??= [];
  put(tree[head], rest, message);
}

function fillIn(data, path) {
  const parent = path.slice(0, -1).reduce((node, part) => (node[part] ??= {}), data);
  parent[path.at(-1)] ??= [];
}
