/**
 * Our pages in Cockpit, in the order of its navigation. A page is a module of its own, loaded when somebody opens it, that exports
 * `show(page)`: it fills the node and may return (or promise) a function that gives back what the page holds when it is left. The
 * label is a text of the messages files. `oneCity` marks pages that are about one municipality.
 */
export const PAGES = [
  { path: '/massnahmen', label: 'cockpit.page.portfolio', load: () => import('./portfolio/page.mjs') },
  { path: '/zeitachse', label: 'cockpit.page.timeline', load: () => import('./timeline/page.mjs'), oneCity: true },
  { path: '/auslastung', label: 'cockpit.page.workload', load: () => import('./workload/page.mjs'), oneCity: true },
  { path: '/durchlauf', label: 'cockpit.page.throughput', load: () => import('./throughput/page.mjs'), oneCity: true },
  { path: '/eingriffe', label: 'cockpit.page.batches', load: () => import('./steer/batches.mjs') },
  { path: '/berichtsrunden', label: 'cockpit.page.rounds', load: () => import('./rounds/page.mjs') },
  { path: '/berichte', label: 'cockpit.page.reports', load: () => import('./reports/page.mjs') },
  { path: '/verbund', label: 'exchange.title', load: () => import('./exchange/page.mjs'), oneCity: true },
];

/** The page of one measure; its tabs are listed in measure/tabs.mjs. */
export const MEASURE = { path: '/massnahmen/:number', load: () => import('./measure/page.mjs') };

/** What runs on which version of its model: for operators, who come to it from Cockpit's first page. */
export const VERSIONS = { path: '/fassungen', load: () => import('./versions/page.mjs') };
