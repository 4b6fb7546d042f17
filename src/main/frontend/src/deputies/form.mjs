import { dayInput } from '../days/day.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';

const FIELDS = ['absent', 'deputy', 'from', 'until', 'place', 'departments', 'withHead'];

/**
 * The form that names a deputy. Refusals of the server stand at their fields and in a summary above.
 *
 * @param data what the page knows: people, roles, today
 * @param add  sends what is wanted; throws when it is refused
 */
export function deputyForm(data, add) {
  const summary = element('div', { class: 'ks-problems', role: 'alert', tabindex: '-1', hidden: true });
  const scope = element('div');
  const absent = select('absent', data.absent.map((each, index) => ({ value: String(index), label: nameOf(each) })));
  const deputy = peopleSelect(data.candidates);
  const from = dateInput('from', data.today, data.today);
  const until = dateInput('until', '', data.today);
  const place = select('place', ['1', '2'].map((value) => ({ value, label: text(`deputies.place.${value}`) })));
  const chosen = () => data.absent[Number(absent.value)];
  const drawScope = () => scope.replaceChildren(...scopeFields(chosen()));
  absent.addEventListener('change', drawScope);
  drawScope();

  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('deputies.submit'));
  const form = element(
    'form',
    {
      class: 'ks-deputy-form',
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        clear(form, summary);
        try {
          await add(wanted({ chosen: chosen(), deputy, from, until, place, scope }));
        } catch (failure) {
          show(form, summary, failure);
        } finally {
          button.disabled = false;
        }
      },
    },
    summary,
    row('absent', absent),
    row('deputy', deputy),
    element('div', { class: 'ks-row' }, row('from', from.node), row('until', until.node)),
    row('place', place, text('deputies.place.help')),
    scope,
    button,
  );
  return form;
}

function nameOf({ label, self }) {
  return self ? text('deputies.myself', label) : label;
}

/** What is sent: a person or a role, never both. */
export function wanted({ chosen, deputy, from, until, place, scope }) {
  const departments = [...scope.querySelectorAll('[name=departments]')];
  const some = departments.filter((box) => box.checked);
  return {
    absent: chosen.absent,
    headOf: chosen.headOf,
    deputy: deputy.value || null,
    from: from.value() || null,
    until: until.value() || null,
    place: Number(place.value),
    departments: some.length === departments.length ? [] : some.map((box) => box.value),
    withHead: Boolean(chosen.headOf) || Boolean(scope.querySelector('[name=withHead]')?.checked),
  };
}

function scopeFields({ departments, head, headOf }) {
  if (headOf) {
    return [element('p', { class: 'ks-help' }, text('deputies.scope.role'))];
  }
  const fields = [];
  if (departments.length > 1) {
    fields.push(
      element(
        'fieldset',
        { id: id('departments') },
        element('legend', {}, text('deputies.field.departments')),
        departments.map(({ value, label }) => checkbox('departments', value, label, true)),
        problemPlace('departments'),
      ),
    );
  }
  if (head) {
    fields.push(
      element('div', { class: 'form-group' }, checkbox('withHead', 'true', text('deputies.field.withHead'), false, id('withHead')), problemPlace('withHead')),
    );
  }
  return fields;
}

function id(field) {
  return `ks-deputy-${field}`;
}

function row(field, input, help) {
  return element(
    'div',
    { class: 'form-group' },
    element('label', { for: id(field) }, text(`deputies.field.${field}`)),
    input,
    help ? element('p', { class: 'ks-help', id: `${id(field)}-help` }, help) : null,
    problemPlace(field),
  );
}

function problemPlace(field) {
  return element('p', { class: 'ks-problem', id: `${id(field)}-problem`, hidden: true });
}

function select(field, options) {
  return element(
    'select',
    { id: id(field), class: 'form-control', 'aria-describedby': `${id(field)}-help ${id(field)}-problem` },
    options.map(({ value, label }) => element('option', { value }, label)),
  );
}

function peopleSelect(candidates) {
  const groups = new Map();
  candidates.forEach((each) => groups.set(each.department, [...(groups.get(each.department) ?? []), each]));
  return element(
    'select',
    { id: id('deputy'), class: 'form-control', 'aria-describedby': `${id('deputy')}-problem` },
    element('option', { value: '' }, text('deputies.choose')),
    [...groups.entries()]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([label, people]) =>
        element('optgroup', { label: label || '–' }, people.map(({ user, name }) => element('option', { value: user }, name))),
      ),
  );
}

function dateInput(field, value, min) {
  return dayInput({ id: id(field), value, min, describedBy: `${id(field)}-problem` });
}

function checkbox(name, value, label, checked, boxId) {
  return element('label', { class: 'ks-check' }, element('input', { type: 'checkbox', name, value, checked, id: boxId }), ' ', label);
}

function clear(form, summary) {
  summary.hidden = true;
  summary.replaceChildren();
  form.querySelectorAll('.ks-problem').forEach((place) => {
    place.hidden = true;
    place.textContent = '';
  });
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
}

function show(form, summary, failure) {
  const errors = failure.body?.errors ?? [];
  errors.forEach(({ field, message }) => {
    const shown = fieldOf(field);
    const place = form.querySelector(`#${id(shown)}-problem`);
    form.querySelector(`#${id(shown)}`)?.setAttribute('aria-invalid', 'true');
    if (place) {
      place.textContent = [place.textContent, message].filter(Boolean).join(' ');
      place.hidden = false;
    }
  });
  summary.replaceChildren(
    element('p', {}, errors.length ? text('deputies.refused') : (failure.body?.message ?? text('deputies.failed'))),
    errors.length
      ? element('ul', {}, errors.map(({ field, label, message }) => element('li', {}, link(form, fieldOf(field), label), `: ${message}`)))
      : '',
  );
  summary.hidden = false;
  summary.focus();
}

function link(form, field, label) {
  return element(
    'a',
    {
      href: `#${id(field)}`,
      onclick: (event) => {
        event.preventDefault();
        const place = form.querySelector(`#${id(field)}`);
        (place?.matches('fieldset') ? place.querySelector('input') : place)?.focus();
      },
    },
    label ?? field,
  );
}

function fieldOf(field) {
  return field === 'headOf' ? 'absent' : FIELDS.includes(field) ? field : 'absent';
}
