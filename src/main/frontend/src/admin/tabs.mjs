import accounts from './accounts.mjs';
import imports from './imports.mjs';
import municipalities from './municipalities.mjs';
import privacy from './privacy.mjs';
import rights from './rights.mjs';

/**
 * The tabs of the page Verwaltung, in their order: each a module of its own that exports
 * `{ key, show(panel) }`. The key is that of the server's AdministrationTab, who says which of them the reader may
 * open; the title is the text `admin.tab.<key>`; `show` fills the panel and may return a promise.
 */
export const TABS = [municipalities, accounts, imports, privacy, rights];
