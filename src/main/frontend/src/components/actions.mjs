import { ask } from '../actions/dialog.mjs';
import { say } from '../actions/done.mjs';
import { textArea } from '../actions/fields.mjs';
import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { post } from '../tasklist.mjs';
import { roundAddress } from './addresses.mjs';

/**
 * A button that says in a dialogue what happens before it does.
 *
 * @param key of the texts: `components.act.<key>` on the button, `.intro` in the dialogue, `.done` afterwards
 * @param args of the texts
 * @param reason whether a reason is asked for
 * @param work gets the typed values; `done` may answer the arguments of the text afterwards
 */
function act(key, { args = [], reason = false, label = null, style = 'default' }, work, again) {
  const words = text(`components.act.${key}`, ...args);
  const open = () =>
    ask({
      title: words,
      intro: text(`components.act.${key}.intro`, ...args),
      fields: reason ? [textArea('reason', text('components.act.reason'), { required: true, hint: text(`components.act.${key}.hint`) })] : [],
      accept: words,
      send: async (values) => {
        const done = await work(values);
        say(text(`components.act.${key}.done`, ...(done ?? args)));
        await again();
        return { gone: true };
      },
    });
  return element('button', { type: 'button', class: `btn btn-${style}`, 'aria-label': label, onclick: open }, words);
}

/** Begins a round of one component. */
export function begin(line, again) {
  return act('begin', { args: [line.name], style: 'primary' }, () => post('components/rounds', { components: [line.component] }).then(() => null), again);
}

/** Begins a round of every component that has none. */
export function beginAll(count, again) {
  return act('beginAll', { args: [count], style: 'primary' }, async () => [(await post('components/rounds', { components: [] })).begun.length], again);
}

/** What can be done with a running round. */
export function steering(page, again) {
  const { component, round } = page;
  const address = roundAddress(component, round.number);
  const asking = round.state === 'COMMENTING';
  return element(
    'div',
    { class: 'ks-rounds-actions' },
    asking && act('remind', { args: [missing(page)] }, async () => [(await post(`${address}/remind`)).reminded], again),
    asking && act('close', { args: [missing(page)], reason: true }, ({ reason }) => post(`${address}/close`, { reason }).then(() => null), again),
    act('cancel', { args: [round.number], reason: true }, ({ reason }) => post(`${address}/cancel`, { reason }).then(() => null), again),
  );
}

function missing({ states }) {
  return (states.OPEN ?? 0) + (states.PLANNED ?? 0);
}

/** Withdraws a published version. */
export function withdraw(component, version, again) {
  return act(
    'withdraw',
    { args: [version], reason: true },
    ({ reason }) => post(`components/${encodeURIComponent(component)}/versions/${version}/withdrawal`, { reason }).then(() => null),
    again,
  );
}
