export { show } from '../../exchange/page.mjs';
