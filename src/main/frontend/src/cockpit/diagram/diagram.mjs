import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';

/** At this scale the words of a model are as large as those of the page beside it. */
const READABLE = 1;

/**
 * The picture of a process, with marks on its elements.
 *
 * @param xml    the model, with its diagram
 * @param label  what the picture shows, in one sentence, for those who do not see it; say in it where its words stand
 * @param marks  list of `{id, css, badge}`: id of an element of the model, a class for its shape or line, a short text beside it;
 *               css and badge may be missing, elements that the picture does not have are passed over
 * @param load   brings the viewer, for tests
 * @return the picture as `node` with buttons to zoom; `ready` when it is drawn; `mark(marks)` puts other marks in place of
 *         those before; `select(id)` brings an element into the middle, large enough to be read, and
 *         marks it; `close()` gives back what the viewer holds
 */
export function diagram({ xml, label, marks = [], load = () => import('./viewer.mjs') }) {
  const picture = element('div', {
    class: 'ks-diagram-picture',
    role: 'group',
    'aria-label': label,
    tabindex: '0',
    onkeydown: (event) => byKey(event),
  });
  const button = (key, act) => element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: act }, text(key));
  const node = element(
    'div',
    { class: 'ks-diagram' },
    element(
      'div',
      { class: 'ks-diagram-tools', role: 'toolbar', 'aria-label': text('diagram.tools') },
      button('diagram.closer', () => zoom(1.25)),
      button('diagram.further', () => zoom(0.8)),
      button('diagram.whole', () => whole()),
    ),
    picture,
  );

  let viewer = null;
  let closed = false;
  let wanted = marks;
  let chosen = null;
  const marked = [];
  const ready = load()
    .then(async ({ default: Viewer }) => {
      if (closed) {
        return;
      }
      viewer = new Viewer({ container: picture });
      await viewer.importXML(xml);
      whole();
      draw();
    })
    .catch(() => picture.replaceWith(element('p', { class: 'alert alert-warning', role: 'status' }, text('diagram.notDrawn'))));

  const canvas = () => viewer.get('canvas');

  function whole() {
    viewer && canvas().zoom('fit-viewport', 'auto');
  }

  function zoom(factor) {
    viewer && canvas().zoom(Math.min(4, Math.max(0.2, canvas().zoom() * factor)));
  }

  function byKey(event) {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (!viewer || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (steps) {
      canvas().scroll({ dx: steps[0], dy: steps[1] });
    } else if (event.key === '+' || event.key === '-') {
      zoom(event.key === '+' ? 1.25 : 0.8);
    } else {
      return;
    }
    event.preventDefault();
  }

  function draw() {
    const overlays = viewer.get('overlays');
    marked.splice(0).forEach(({ id, css }) => canvas().removeMarker(id, css));
    overlays.remove({ type: 'ks-badge' });
    const elements = viewer.get('elementRegistry');
    for (const { id, css, badge } of wanted.filter((mark) => elements.get(mark.id))) {
      if (css) {
        canvas().addMarker(id, css);
        marked.push({ id, css });
      }
      if (badge) {
        overlays.add(id, 'ks-badge', { position: { bottom: 10, left: 4 }, html: element('span', { class: 'ks-diagram-badge' }, badge) });
      }
    }
  }

  return {
    node,
    ready,
    mark(others) {
      wanted = others;
      viewer && draw();
    },
    select(id) {
      const found = viewer?.get('elementRegistry').get(id);
      if (!found) {
        return;
      }
      chosen && canvas().removeMarker(chosen, 'ks-diagram-chosen');
      chosen = id;
      canvas().addMarker(id, 'ks-diagram-chosen');
      const { outer, scale } = canvas().viewbox();
      const size = Math.max(scale, READABLE);
      const [width, height] = [outer.width / size, outer.height / size];
      canvas().viewbox({ x: found.x + found.width / 2 - width / 2, y: found.y + found.height / 2 - height / 2, width, height });
    },
    close() {
      closed = true;
      viewer?.destroy();
      viewer = null;
    },
  };
}
