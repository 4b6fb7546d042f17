/**
 * What the server has refused. form-js checks a field again when it is left; without this the server's message would vanish
 * although nothing was changed.
 */
export class Refusals {
  constructor(validator) {
    this.refused = new Map();
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => [...check(instance, value), ...this.of(instance, value)];
  }

  add(instance, value, message) {
    const key = keyOf(instance);
    const messages = this.refused.get(key)?.messages ?? [];
    this.refused.set(key, { value: JSON.stringify(value), messages: [...messages, message] });
  }

  of(instance, value) {
    const refusal = this.refused.get(keyOf(instance));
    return refusal && refusal.value === JSON.stringify(value) ? refusal.messages : [];
  }

  clear() {
    this.refused.clear();
  }
}

function keyOf({ valuePath }) {
  return JSON.stringify(valuePath);
}
