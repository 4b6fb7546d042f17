import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { PATH, showMailSettings } from './page.mjs';

const href = new URL(`./mailsettings.css?v=${STYLES_VERSION}`, import.meta.url).href;
document.head.append(element('link', { rel: 'stylesheet', href }));

/** Tasklist plugins: the page "Benachrichtigungen", the entry that leads to it, and the one to the own account. */
export default [
  {
    id: 'kreislaufstadt-mail',
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      const page = element('main', { class: 'ks-measures ks-mail' });
      node.append(page);
      return showMailSettings(page);
    },
  },
  {
    id: 'kreislaufstadt-mail-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 50,
    properties: { label: text('mail.title') },
    render(node) {
      node.append(element('a', { href: `#${PATH}` }, text('mail.title')));
    },
  },
  {
    id: 'kreislaufstadt-account-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 45,
    properties: { label: text('account.title') },
    render(node) {
      node.append(element('a', { href: '/anmelden/konto' }, text('account.title')));
    },
  },
];
