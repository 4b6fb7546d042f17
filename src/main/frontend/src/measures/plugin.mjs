import components from '../components/plugin.mjs';
import deputies from '../deputies/plugin.mjs';
import { element } from '../dom.mjs';
import drafts from '../drafts/plugin.mjs';
import exchange from '../exchange/plugin.mjs';
import { glance } from '../glance/plugin.mjs';
import { sortByUrgency } from '../glance/sorting.mjs';
import { takeOutWhatIsNotOffered } from '../glance/stock.mjs';
import handbook from '../handbook/plugin.mjs';
import joint from '../joint/plugin.mjs';
import { language, text } from '../messages/index.mjs';
import rounds from '../rounds/plugin.mjs';
import standing from '../standing/plugin.mjs';
import { showMeasure } from './detail.mjs';
import { showMeasures } from './list.mjs';
import { measureOf, PATH } from './addresses.mjs';
import { markWhatOneMayOpen } from '../webapps/access.mjs';
import { chooseWords, waitForWords } from '../webapps/labels.mjs';
import { leadToOnesPages } from '../webapps/pages.mjs';
import { signInOnOwnPage } from '../webapps/signin.mjs';

const MODULE = 'cam.tasklist.custom';

document.documentElement.lang = language();
addStyles();
// Tasklist calls the measure's number "business key of the process instance".
chooseWords(MODULE, { PROCESS_INSTANCE_BUSINESS_KEY: text('tasklist.businessKey'), BUSINESS_KEY: text('tasklist.businessKey'), DUE_DATE: text('tasklist.dueDate') });
markWhatOneMayOpen(MODULE);
leadToOnesPages();
signInOnOwnPage(MODULE);
waitForWords(MODULE);
takeOutWhatIsNotOffered();
sortByUrgency(MODULE);

function addStyles() {
  const href = new URL(`./measures.css?v=${STYLES_VERSION}`, import.meta.url).href;
  document.head.append(element('link', { rel: 'stylesheet', href }));
}

/** Tasklist plugins: the page "Maßnahmen", the entry that leads to it, and tasks at a glance. */
export default [
  ...drafts,
  ...deputies,
  ...handbook,
  ...rounds,
  ...components,
  ...standing,
  ...exchange,
  ...joint,
  {
    id: 'kreislaufstadt-measures',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const number = measureOf(globalThis.location.hash);
      const page = element('main', { class: 'ks-measures' });
      node.append(page);
      return number ? showMeasure(page, number) : showMeasures(page);
    },
  },
  {
    id: 'kreislaufstadt-measures-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 150,
    properties: { label: text('measures.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('measures.title')));
    },
  },
  ...glance,
];
