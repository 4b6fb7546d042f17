/**
 * Takes files that are dragged onto a place. Anywhere else the browser would open a dropped file instead of the page, and what
 * has been typed would be lost: there they are ignored.
 *
 * @param place  node that takes files
 * @param take   called with a list of files
 * @param signal ends it
 */
export function takeDropped(place, take, signal) {
  const over = (inside) => place.classList.toggle('ks-drop-over', inside);
  globalThis.addEventListener(
    'dragover',
    (event) => {
      if (!hasFiles(event)) {
        return;
      }
      event.preventDefault();
      const inside = place.contains(event.target);
      event.dataTransfer.dropEffect = inside ? 'copy' : 'none';
      over(inside);
    },
    { signal },
  );
  globalThis.addEventListener('dragleave', (event) => event.relatedTarget ?? over(false), { signal });
  globalThis.addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) {
        return;
      }
      event.preventDefault();
      over(false);
      if (place.contains(event.target)) {
        take([...event.dataTransfer.files]);
      }
    },
    { signal },
  );
}

function hasFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes('Files');
}
