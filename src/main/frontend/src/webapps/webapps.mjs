import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

// Camunda's own shortcuts, in German; without this block Tasklist would have none.
const SHORTCUTS = {
  claimTask: { key: 'ctrl+alt+c', description: 'übernimmt die ausgewählte Aufgabe' },
  focusFilter: { key: 'ctrl+shift+f', description: 'geht zum ersten Filter' },
  focusList: { key: 'ctrl+alt+l', description: 'geht zur ersten Aufgabe der Liste' },
  focusForm: { key: 'ctrl+alt+f', description: 'geht zum ersten Feld des Formulars' },
  startProcess: { key: 'ctrl+alt+p', description: 'öffnet den Dialog „Prozess starten“' },
};

const NAMES = { tasklist: 'Tasklist', cockpit: 'Cockpit', admin: 'Administration', welcome: 'Start' };

/**
 * The settings of one of Camunda's web applications.
 *
 * @param app     its folder
 * @param scripts paths of our scripts without their ending, relative to the folder: plugins of Tasklist, what all others get, and pages of Cockpit
 */
export function settings(app, { tasklist, beside, cockpit }) {
  const shared = {
    app: { name: NAMES[app], vendor: 'Kreislaufstadt' },
    locales: { availableLocales: ['de', 'en'], fallbackLocale: 'de' },
    disableWelcomeMessage: true,
  };
  if (app === 'tasklist') {
    return { ...shared, customScripts: tasklist, shortcuts: SHORTCUTS };
  }
  // Without links of its own the start page would lead to a documentation for programmers.
  const own = app === 'cockpit' ? [cockpit] : [];
  return { ...shared, customScripts: [beside, ...own], ...(app === 'welcome' ? { links: [{ label: 'Kreislaufstadt', href: '/' }] } : {}) };
}

/** Writes settings and styles where they take the place of those in Camunda's own archive. */
export async function writeWebapps(folder, scripts) {
  const styles = await readFile(join(here, 'user-styles.css'), 'utf8');
  for (const app of Object.keys(NAMES)) {
    await mkdir(join(folder, app, 'scripts'), { recursive: true });
    await mkdir(join(folder, app, 'styles'), { recursive: true });
    await writeFile(
      join(folder, app, 'scripts/config.js'),
      `export default ${JSON.stringify(settings(app, scripts), null, 2)};\n`,
    );
    await writeFile(join(folder, app, 'styles/user-styles.css'), styles);
  }
}
