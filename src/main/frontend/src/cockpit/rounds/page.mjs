export { show } from '../../rounds/page.mjs';
