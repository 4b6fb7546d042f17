import { select } from '../actions/fields.mjs';
import { doing } from '../admin/doing.mjs';
import { failed } from '../admin/accountparts.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';

const LEVELS = [1, 2, 3, 4].map((value) => ({ value: String(value), label: text('exchange.level', value) }));

/** A button that asks which of one's own measures can take something over now, and the form that does it. */
export function taking({ id, kind }, title, note) {
  const place = element('div');
  const button = element('button', { type: 'button', class: 'btn btn-default', 'aria-label': text('exchange.take.of', title), 'aria-expanded': 'false', onclick: () => open() }, text('exchange.take'));

  async function open() {
    if (place.hasChildNodes()) {
      place.replaceChildren();
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    button.setAttribute('aria-expanded', 'true');
    try {
      const targets = await read(`exchange/shared/${id}/targets`);
      place.replaceChildren(targets.length ? form(id, kind, title, targets, note, close) : element('p', { role: 'status' }, text(`exchange.take.none.${kind}`)));
      place.querySelector('select')?.focus();
    } catch (failure) {
      failed(place, failure);
    }
  }

  function close() {
    place.replaceChildren();
    button.setAttribute('aria-expanded', 'false');
  }

  return element('div', { class: 'ks-exchange-take' }, button, place);
}

function form(id, kind, title, targets, note, close) {
  const measure = select('measure', text('exchange.take.measure'), targets.map(({ number, title: name }) => ({ value: number, label: `${number} ${name}` })), { empty: targets.length > 1, required: true });
  const goals = element('div');
  let goal = null;
  const relevance = select('relevance', text('exchange.take.relevance'), LEVELS, { required: true });
  const transferability = select('transferability', text('exchange.take.transferability'), LEVELS);
  const knowledge = kind === 'KNOWLEDGE';
  const choose = () => {
    const target = targets.find(({ number }) => number === measure.value());
    goal = knowledge ? select('goal', text('exchange.take.goal'), (target?.goals ?? []).map(({ id: value, label }) => ({ value, label })), { required: true }) : null;
    goals.replaceChildren(...(goal ? [goal.node] : []));
  };
  measure.input.addEventListener('change', choose);
  choose();
  const place = element('div');
  const button = element('button', { type: 'submit', class: 'btn btn-primary' }, text('exchange.take.now'));
  const number = (field) => (field.value() ? Number(field.value()) : null);
  const send = () =>
    post(`exchange/shared/${id}/take`, {
      measure: measure.value(),
      ...(knowledge && { goal: goal.value() || null, relevance: number(relevance), transferability: number(transferability) }),
    });
  return element(
    'form',
    {
      class: 'ks-exchange-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const fields = knowledge ? [measure, goal, relevance, transferability] : [measure];
        doing(button, send, text(`exchange.take.done.${kind}`, title, measure.value()), note, async () => close(), { fields, place });
      },
    },
    measure.node,
    goals,
    knowledge ? [relevance.node, transferability.node] : null,
    place,
    button,
  );
}
