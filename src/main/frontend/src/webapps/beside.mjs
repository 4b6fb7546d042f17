// The script of Camunda's web applications other than Tasklist: German words, and nothing that would only be refused.
import { language, text } from '../messages/index.mjs';
import { markOperators, markWhatOneMayOpen } from './access.mjs';
import { closePages } from './closed.mjs';
import { chooseWords, waitForWords } from './labels.mjs';
import { leadToOwnPages } from './ownpages.mjs';
import { signInOnOwnPage } from './signin.mjs';

const app = document.querySelector('base').getAttribute('app-name');

document.documentElement.lang = language();
// On Cockpit's first page Camunda calls what we add "custom plugins".
chooseWords(`cam.${app}.custom`, app === 'cockpit' ? { DASHBOARD_CUSTOM_PLUGINS: text('cockpit.tiles') } : {});
signInOnOwnPage(`cam.${app}.custom`);
waitForWords(`cam.${app}.custom`);
markWhatOneMayOpen(`cam.${app}.custom`);
if (app === 'cockpit') {
  closePages('cam.cockpit.custom');
  leadToOwnPages('cam.cockpit.custom');
  markOperators('cam.cockpit.custom');
}
