const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element; texts become text nodes. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

/** A picture that stands for what a table beside it says: screen readers read the table. */
export function picture(width, height, ...children) {
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'ks-picture', 'aria-hidden': 'true', focusable: 'false' }, children);
}
