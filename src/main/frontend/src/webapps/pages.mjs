import { PATH as ADMINISTRATION } from '../admin/page.mjs';
import { PATH as EXCHANGE } from '../exchange/addresses.mjs';
import { PATH as MEASURES } from '../measures/addresses.mjs';
import { read } from '../tasklist.mjs';

const PAGES = ['start', 'measures', 'drafts', 'deputies', 'administration', 'cockpit'];

/**
 * Marks the document with the pages its reader has no use for, so that styles hide their entries, and leads those who have no
 * tasks from the empty inbox to what they came for.
 */
export async function leadToOnesPages(root = document.documentElement, address = globalThis.location) {
  const pages = await read('pages').catch(() => null);
  if (pages === null) {
    // Nobody is locked out by it: what is refused says so.
    return;
  }
  for (const page of PAGES) {
    root.classList.toggle(`ks-without-${page}`, !pages.includes(page));
  }
  root.classList.toggle('ks-with-administration', pages.includes('administration'));
  root.classList.toggle('ks-with-rounds', pages.includes('rounds'));
  root.classList.toggle('ks-with-components', pages.includes('components'));
  root.classList.toggle('ks-with-standing', pages.includes('standing'));
  root.classList.toggle('ks-with-exchange', pages.includes('exchange'));
  root.classList.toggle('ks-with-joint-workshops', pages.includes('joint-workshops'));
  if (!pages.includes('tasks') && /^(#\/?(\?.*)?)?$/.test(address.hash)) {
    lead(pages, address);
  }
}

function lead(pages, address) {
  if (pages.includes('measures')) {
    address.hash = `#${MEASURES}`;
  } else if (pages.includes('administration')) {
    address.hash = `#${ADMINISTRATION}`;
  } else if (pages.includes('exchange')) {
    address.hash = `#${EXCHANGE}`;
  } else if (pages.includes('cockpit')) {
    // Who keeps the engine running has nothing here.
    address.replace(new URL('../../cockpit/default/', address.href));
  }
}
