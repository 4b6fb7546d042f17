import { element } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';

/**
 * A field for a day: typed as people of the language write it, or chosen in a calendar. Browsers' own date fields follow the
 * language of the browser instead of the page's.
 *
 * @param id          of the input
 * @param value       ISO date or empty
 * @param min         first day the calendar offers; what is typed is the server's to refuse
 * @param describedBy ids of hint and problem
 * @return `node`, `input`, `value()` as ISO date or as it was typed, `set(iso)`; the input tells changes as `change`
 */
export function dayInput({ id = null, value = '', min = null, describedBy = null }) {
  const input = element('input', {
    type: 'text',
    id,
    class: 'form-control',
    placeholder: text('formjs.datePlaceholder'),
    autocomplete: 'off',
    'aria-describedby': describedBy,
  });
  const button = element(
    'button',
    { type: 'button', class: 'btn btn-default ks-day-open', 'aria-label': text('day.open'), 'aria-expanded': 'false' },
    element('span', { class: 'glyphicon glyphicon-calendar', 'aria-hidden': 'true' }),
  );
  const place = element('div', { class: 'ks-day-calendar', role: 'dialog', 'aria-label': text('day.calendar'), hidden: true });
  const node = element('div', { class: 'ks-day' }, input, button, place);
  const set = (iso) => {
    input.value = localDate(iso);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const current = () => parseDay(input.value) ?? input.value.trim();
  const show = (shown) => {
    place.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  const close = () => {
    show(false);
    button.focus();
  };
  const open = async () => {
    const { calendar } = await import('./calendar.mjs');
    show(true);
    calendar(place, { chosen: parseDay(input.value), min }, (iso) => {
      set(iso);
      close();
    });
  };
  button.addEventListener('click', () => (place.hidden ? open() : close()));
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !place.hidden) {
      // Only the calendar closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' && event.target === input) {
      event.preventDefault();
      open();
    }
  });
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (!place.hidden && relatedTarget && !node.contains(relatedTarget)) {
      show(false);
    }
  });
  input.addEventListener('blur', () => {
    const iso = parseDay(input.value);
    input.value = iso ? localDate(iso) : input.value;
  });
  input.value = localDate(value);
  return { node, input, value: current, set };
}

/** The ISO date of a day as people write it, day before month: 4.12.2026, 04.12.26, 04/12/2026. Null if it is none. */
export function parseDay(written) {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(written);
  const local = /^\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\s*$/.exec(written);
  if (!iso && !local) {
    return null;
  }
  const [year, month, day] = (iso ? iso.slice(1) : local.slice(1).reverse()).map(Number);
  const full = new Date(0);
  full.setUTCFullYear(year < 100 ? 2000 + year : year, month - 1, day);
  return full.getUTCMonth() === month - 1 && full.getUTCDate() === day ? full.toISOString().slice(0, 10) : null;
}
