const FIELD = '.fjs-form-field';
const INPUTS = 'input, textarea, select';

/**
 * Tells screen readers what is shown at a field: that its value was refused, and why. form-js says so for some of its
 * fields only, and names explanations that are not on the page.
 */
export class ErrorMarks {
  constructor(container) {
    this.container = container;
    this.observer = new MutationObserver(() => this.mark());
    this.observer.observe(container, { childList: true, subtree: true, characterData: true });
    this.mark();
  }

  destroy() {
    this.observer.disconnect();
  }

  mark() {
    this.container.querySelectorAll(FIELD).forEach((field) => markField(field));
    this.container.querySelectorAll('[role="group"], fieldset').forEach((group) => markGroup(group));
  }
}

function markField(field) {
  const own = (node) => node.closest(FIELD) === field;
  const errors = [...field.querySelectorAll('.fjs-form-field-error')].filter(own).filter((node) => node.textContent.trim());
  const inputs = [...field.querySelectorAll(INPUTS)].filter(own);
  for (const input of inputs) {
    set(input, 'aria-invalid', errors.length ? 'true' : null);
    describe(input, errors);
  }
}

// A list or block as a whole has no value that could be invalid; why it was refused belongs to its description.
function markGroup(group) {
  const next = group.nextElementSibling;
  const own = next?.matches?.('.fjs-form-field-error') ? [next] : [];
  describe(group, own);
}

function describe(node, errors) {
  const known = (node.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id && document.getElementById(id));
  const ids = [...new Set([...known, ...errors.map(({ id }) => id).filter(Boolean)])];
  set(node, 'aria-describedby', ids.length ? ids.join(' ') : null);
}

function set(node, name, value) {
  if (value === null) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}
