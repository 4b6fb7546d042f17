import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

// The form and the bar of actions are loaded apart from each other: a counter would give the same id twice.
const freshId = () => `ks-field-${Math.random().toString(36).slice(2)}`;

/** A labelled input with a place for what is wrong with it; it may stand in a node with more than itself. */
function field(name, label, input, { required = false, hint = null, node = input, value = () => input.value } = {}) {
  const id = freshId();
  const error = element('p', { id: `${id}-error`, class: 'ks-field-error', hidden: true });
  const star = element('span', { class: 'ks-required', 'aria-hidden': 'true', hidden: !required }, ' *');
  const require = (needed) => {
    input.setAttribute('aria-required', String(needed));
    star.hidden = !needed;
  };
  input.id = id;
  input.setAttribute('aria-describedby', hint ? `${id}-error ${id}-hint` : `${id}-error`);
  require(required);
  return {
    name,
    input,
    require,
    node: element(
      'div',
      { class: 'ks-field' },
      element('label', { for: id }, label, star),
      node,
      hint ? element('p', { id: `${id}-hint`, class: 'ks-hint' }, hint) : null,
      error,
    ),
    value,
    focus: () => input.focus(),
    problem: (message) => showProblem(input, error, message),
  };
}

function showProblem(input, error, message) {
  error.textContent = message ?? '';
  error.hidden = !message;
  input.setAttribute('aria-invalid', String(Boolean(message)));
}

/** A text of several lines, as long as the server takes it. */
export function textArea(name, label, options = {}) {
  const input = element('textarea', { class: 'form-control', rows: 4, maxlength: 2000 });
  return field(name, label, input, options);
}

/** A text of one line. */
export function textInput(name, label, { initial = '', maxlength = 254, ...options } = {}) {
  const input = element('input', { type: 'text', class: 'form-control', autocomplete: 'off', maxlength });
  input.value = initial;
  return field(name, label, input, options);
}

/** A day; `set` puts one in. */
export function dateField(name, label, { value, min, ...options }) {
  const { node, input, value: read, set } = dayInput({ value, min });
  return { ...field(name, label, input, { ...options, node, value: read }), set };
}

/** Choices `{value, label}`; those with a `group` stand under its name. */
export function select(name, label, choices, options = {}) {
  const input = element('select', { class: 'form-control' });
  if (options.empty !== false) {
    input.append(element('option', { value: '' }, text('actions.choose')));
  }
  const groups = new Map();
  for (const { value, label: words, group } of choices) {
    const option = element('option', { value }, words);
    if (group) {
      groups.set(group, [...(groups.get(group) ?? []), option]);
    } else {
      input.append(option);
    }
  }
  for (const group of [...groups.keys()].sort((one, other) => one.localeCompare(other, 'de'))) {
    input.append(element('optgroup', { label: group }, groups.get(group)));
  }
  input.selectedIndex = 0;
  return field(name, label, input, options);
}

/** One of several ways; `onchange` hears which. */
export function radios(name, label, choices, onchange = () => {}) {
  const group = freshId();
  const inputs = choices.map(({ value }, index) =>
    element('input', { type: 'radio', name: group, value, checked: index === 0, onchange: () => onchange(value) }),
  );
  return {
    name,
    node: element(
      'fieldset',
      { class: 'ks-field' },
      element('legend', {}, label),
      choices.map((choice, index) => element('label', { class: 'ks-inline' }, inputs[index], ' ', choice.label)),
    ),
    value: () => inputs.find(({ checked }) => checked)?.value,
    focus: () => inputs[0].focus(),
    problem: () => {},
  };
}

/** Something to confirm. A problem with it brings it into view. */
export function checkbox(name, label) {
  const id = freshId();
  const input = element('input', { type: 'checkbox', id, 'aria-describedby': `${id}-error` });
  const error = element('p', { id: `${id}-error`, class: 'ks-field-error', hidden: true });
  const node = element('div', { class: 'ks-field' }, element('label', { class: 'ks-inline' }, input, ' ', label), error);
  return {
    name,
    node,
    input,
    value: () => input.checked,
    focus: () => input.focus(),
    problem: (message) => {
      showProblem(input, error, message);
      node.hidden &&= !message;
    },
  };
}
