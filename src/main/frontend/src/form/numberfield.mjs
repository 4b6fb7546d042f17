import { Description, Errors, Label } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { text } from '../messages/index.mjs';
import { isUnreadable, readNumber, typedDigits, writeNumber } from './numbers.mjs';

/**
 * The number field of the page. That of form-js takes every comma and every point for the decimal sign and drops what does not
 * fit, so 1.000,00 would be sent as 1. Here the field holds what was typed until it is left; then it shows the number as people
 * write it, or keeps a text that is no number and says so.
 */
function NumberField({ field, value, errors = [], domId, disabled, readonly, onChange, onBlur, onFocus }) {
  const [typed, setTyped] = useState('');
  const editing = useRef(false);
  const style = { digits: field.decimalDigits, unit: field.appearance?.suffixAdorner };
  const shown = editing.current || sameNumber(typed, value, style) ? typed : written(value, style);

  const input = (event) => {
    const entered = event.target.value;
    editing.current = true;
    setTyped(entered);
    const read = readNumber(entered, style);
    // An unfinished number ("1.") is none yet; whether it stays so shows when the field is left.
    if (!read.problem && read.value !== value) {
      onChange({ field, value: read.value });
    }
  };
  const leave = (event) => {
    if (editing.current) {
      const entered = event.target.value;
      const read = readNumber(entered, style);
      const next = read.problem ? entered.trim() : read.value;
      editing.current = false;
      setTyped(written(next, { ...style, typedDigits: typedDigits(entered) }));
      if (next !== value) {
        onChange({ field, value: next });
      }
    }
    onBlur?.();
  };
  const step = (amount) => {
    if (!readonly && !disabled && !isUnreadable(value)) {
      const next = (value ?? 0) + amount;
      editing.current = false;
      setTyped(written(next, style));
      onChange({ field, value: next });
    }
  };
  const steps = field.decimalDigits === 0;
  const key = (event) => {
    const amount = { ArrowUp: 1, ArrowDown: -1 }[event.code];
    if (steps && amount) {
      step(amount);
      event.preventDefault();
    }
  };

  return h(
    'div',
    { class: classes('fjs-form-field fjs-form-field-number', { errors, disabled, readonly }) },
    h(Label, { htmlFor: domId, label: field.label, required: field.validate?.required }),
    h(
      'div',
      { class: classes('fjs-input-group', { errors, disabled, readonly }) },
      adorner(field.appearance?.prefixAdorner, 'border-right border-radius-left'),
      h(
        'div',
        { class: classes('fjs-vertical-group', { errors, disabled, readonly }) },
        h('input', {
          class: 'fjs-input',
          id: domId,
          type: 'text',
          inputMode: steps ? 'numeric' : 'decimal',
          autoComplete: 'off',
          disabled,
          readOnly: readonly,
          required: field.validate?.required,
          value: shown,
          onInput: input,
          onKeyDown: key,
          onBlur: leave,
          onFocus: () => onFocus?.(),
          'aria-describedby': `${domId}-description ${domId}-error-message`,
          'aria-invalid': errors.length > 0,
        }),
        steps ? arrows(step, { disabled, readonly }) : null,
      ),
      adorner(field.appearance?.suffixAdorner, 'border-left border-radius-right'),
    ),
    h(Description, { id: `${domId}-description`, description: field.description }),
    h(Errors, { id: `${domId}-error-message`, errors }),
  );
}

NumberField.config = {
  type: 'number',
  keyed: true,
  name: 'Zahl',
  group: 'basic-input',
  emptyValue: null,
  sanitizeValue: ({ value }) => {
    const number = value === null || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : null;
  },
  create: (options = {}) => options,
};

function arrows(step, state) {
  const arrow = (direction, label, amount, sign) =>
    h(
      'button',
      { type: 'button', class: `fjs-number-arrow-${direction}`, 'aria-label': text(label), tabIndex: -1, onClick: () => step(amount) },
      h('span', { 'aria-hidden': true }, sign),
    );
  return h(
    'div',
    { class: classes('fjs-number-arrow-container', { errors: [], ...state }) },
    arrow('up', 'formjs.increment', 1, '▴'),
    h('div', { class: 'fjs-number-arrow-separator' }),
    arrow('down', 'formjs.decrement', -1, '▾'),
  );
}

function adorner(unit, place) {
  return unit ? h('span', { class: `fjs-input-adornment ${place}` }, h('span', { class: 'fjs-input-adornment-text' }, unit)) : null;
}

function classes(own, { errors, disabled, readonly }) {
  return [
    own,
    errors.length ? (own.includes('fjs-form-field') ? 'fjs-has-errors' : 'hasErrors') : '',
    disabled ? 'fjs-disabled' : '',
    readonly ? 'fjs-readonly' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function written(value, style) {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  return isUnreadable(value) ? value : writeNumber(value, style);
}

function sameNumber(typed, value, style) {
  const read = readNumber(typed, style);
  return read.problem ? typed === value : read.value === (value ?? null);
}

function register(formFields, validator) {
  formFields.register('number', NumberField);
  const fields = validator._formFieldRegistry;
  const check = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const field = fields.get(instance.id);
    if (field?.type !== 'number' || !isUnreadable(value)) {
      return check(instance, value);
    }
    const style = { digits: field.decimalDigits, unit: field.appearance?.suffixAdorner };
    return [text(...(readNumber(value, style).problem ?? ['formjs.notANumber']))];
  };
}
register.$inject = ['formFields', 'validator'];

/** form-js module: number fields that read and write numbers as people of the page's language do. */
export const ReadableNumbers = { __init__: [register] };
