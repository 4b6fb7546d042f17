/**
 * A DOM element. Texts always become text nodes, so nothing that a person has written is ever read as markup.
 * Attributes: `class`, `on…` listeners, anything else as it is named; null and false are left out.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Several paragraphs for a text with line breaks. */
export function paragraphs(value) {
  return String(value ?? '')
    .split(/\n\s*\n|\r?\n/)
    .filter((line) => line.trim())
    .map((line) => element('p', {}, line));
}
