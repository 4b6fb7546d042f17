import { element } from '../dom.mjs';
import { localDate, locale, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';
import { showArchive } from './privacy-archive.mjs';
import { showBlocks } from './privacy-blocks.mjs';
import { saved } from './privacy-parts.mjs';
import { showSearch } from './privacy-person.mjs';

/** The tab "Datenschutz": what is stored of a person, blocks, what was deleted, and the record of processing activities. */
export default { key: 'privacy', show };

async function show(panel) {
  const cities = await read('admin/privacy');
  const content = element('div', {});
  const choice = element(
    'select',
    { id: 'ks-privacy-city', class: 'form-control', onchange: () => showCity(content, choice.value) },
    cities.map(({ id, name }) => element('option', { value: id }, name)),
  );
  panel.replaceChildren(
    element('h2', {}, text('admin.tab.privacy')),
    element('p', { class: 'ks-intro' }, text('admin.privacy.intro')),
    element('p', {}, element('label', { for: 'ks-privacy-city' }, text('admin.privacy.city')), choice),
    content,
  );
  if (cities.length > 0) {
    await showCity(content, cities[0].id);
  }
}

/** Everything of one municipality. What was found of a person stays while the rest is shown anew. */
async function showCity(content, city) {
  const rest = element('div', {});
  const person = { lookAgain: async () => {} };
  const refresh = async () => {
    const overview = await read(`admin/privacy/${city}`);
    rest.replaceChildren(
      section('blocks', showBlocks(city, overview, () => refresh().then(person.lookAgain))),
      section('archive', showArchive(city, overview, refresh)),
      section('log', logTable(overview)),
      section('record', recordLinks(city), kindTable(overview)),
    );
    return overview;
  };
  const { administrator } = await refresh();
  content.replaceChildren(...(administrator ? [section('person', showSearch(city, refresh, person))] : []), rest);
}

function section(key, ...children) {
  const id = `ks-privacy-${key}`;
  return element('section', { 'aria-labelledby': id }, element('h3', { id }, text(`admin.privacy.${key}`)), children);
}

function logTable({ log }) {
  if (log.length === 0) {
    return element('p', {}, text('admin.privacy.log.none'));
  }
  return table(
    text('admin.privacy.log'),
    ['at', 'cause', 'kind', 'deleted', 'heldBack', 'by'].map((column) => text(`admin.privacy.log.${column}`)),
    log.map((entry) => [
      moment(entry.at),
      text(`admin.privacy.cause.${entry.cause}`),
      `${entry.kind}: ${entry.places}`,
      entry.failed ? `${entry.count} – ${text('admin.privacy.log.failed')}` : String(entry.count),
      String(entry.heldBack),
      entry.by ?? '',
    ]),
  );
}

function moment(at) {
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' });
  return `${localDate(at)}, ${time.format(new Date(at))}`;
}

function kindTable({ kinds }) {
  return table(
    text('admin.privacy.record'),
    ['name', 'purpose', 'legalBasis', 'deletion'].map((column) => text(`admin.privacy.kind.${column}`)),
    kinds.map((kind) => [kind.name, kind.purpose, kind.legalBasis, kind.deletion]),
  );
}

function recordLinks(city) {
  const path = `admin/privacy/${city}/record`;
  return element(
    'p',
    {},
    saved(text('admin.privacy.record.html'), 'verarbeitungsverzeichnis.html', 'text/html', path),
    ' ',
    saved(text('admin.privacy.record.json'), 'verarbeitungsverzeichnis.json', 'application/json', path),
  );
}
