/**
 * The tabs of the page of a measure, in their order: each a module of its own, loaded when it is opened, that exports
 * `show(panel, measure)`: it fills the panel and may return (or promise) a function that gives back what it holds. `measure` is what
 * the server says about it (number, title, state, stateLabel, lead, leadLabel …). The title is the text `cockpit.tab.<key>`.
 */
export const TABS = [
  { key: 'overview', load: () => import('./overview.mjs') },
  { key: 'timeline', load: () => import('../timeline/tab.mjs') },
  { key: 'steer', load: () => import('../steer/panel.mjs') },
  { key: 'course', load: () => import('../course/tab.mjs') },
  { key: 'gates', load: () => import('./gates.mjs') },
];
