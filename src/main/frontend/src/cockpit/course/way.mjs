import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { diagram } from '../diagram/diagram.mjs';
import { failureNote, loadingNote } from '../parts.mjs';

/**
 * The way of a measure through the pictures of its processes. A picture is only fetched when somebody wants to see it.
 *
 * @param pictures list of `{process, version, name}`
 * @param load     brings one of them: its model, and the elements and flows that were passed
 * @param draw     draws it, for tests
 * @return `node`; `begin()` shows the picture of the life cycle; `select(step)` shows the picture of a step and brings it into the middle; `close()`
 */
export function way(pictures, load, draw = diagram) {
  const id = 'ks-course-picture';
  const choice = element(
    'select',
    { id, class: 'form-control', onchange: () => open(choice.value) },
    element('option', { value: '' }, text('course.choose')),
    pictures.map((picture) => element('option', { value: key(picture) }, text('course.picture', picture.name, picture.version))),
  );
  const place = element('div');
  const node = element(
    'section',
    { class: 'ks-course-way', hidden: !pictures.length },
    element('h2', { tabindex: '-1' }, text('course.way')),
    element('label', { for: id }, text('course.process')),
    choice,
    place,
  );
  let shown = null;
  let drawn = null;
  let asked = 0;

  async function open(wanted, step) {
    choice.value = wanted;
    if (shown !== wanted) {
      const mine = ++asked;
      drawn?.close();
      drawn = null;
      shown = wanted;
      place.replaceChildren();
      const picture = pictures.find((one) => key(one) === wanted);
      if (!picture) {
        return;
      }
      place.append(loadingNote());
      try {
        const path = await load(picture);
        if (mine !== asked) {
          return;
        }
        drawn = draw({ xml: path.xml, label: text('course.label', picture.name), marks: marks(path) });
        place.replaceChildren(legend(path), drawn.node);
      } catch (failure) {
        shown = null;
        place.replaceChildren(failureNote(failure));
        return;
      }
    }
    if (step && drawn) {
      await drawn.ready;
      drawn?.select(step);
    }
  }

  return {
    node,
    begin() {
      const first = pictures.find(({ process }) => process === 'measure-lifecycle') ?? pictures[0];
      return first ? open(key(first)) : null;
    },
    async select({ process, version, task }) {
      node.querySelector('h2').focus();
      node.scrollIntoView?.({ block: 'start' });
      await open(key({ process, version }), task);
    },
    close() {
      asked += 1;
      drawn?.close();
      drawn = null;
    },
  };
}

function key({ process, version }) {
  return `${process}/${version}`;
}

/** What was passed, and how often; once the engine's history is cleaned up, the steps of the log are left. */
export function marks({ elements, open, flows, steps }) {
  const passed = Object.keys(elements).length ? elements : steps;
  return [
    ...Object.entries(passed).map(([id, times]) => ({
      id,
      css: open.includes(id) ? 'ks-way-open' : 'ks-way-done',
      badge: open.includes(id) ? text('course.now') : times > 1 ? text('course.times', times) : null,
    })),
    ...flows.map((id) => ({ id, css: 'ks-way-flow' })),
  ];
}

function legend({ elements }) {
  return [
    element('p', {}, text('course.legend')),
    Object.keys(elements).length ? null : element('p', { class: 'alert alert-info' }, text('course.cleaned')),
  ].filter(Boolean).reduce((all, one) => (all.append(one), all), element('div'));
}
