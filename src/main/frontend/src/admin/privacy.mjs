import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { read } from '../tasklist.mjs';
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

/** Everything of one municipality. */
async function showCity(content, city) {
  const again = () => showCity(content, city);
  const overview = await read(`admin/privacy/${city}`);
  content.replaceChildren(
    ...(overview.administrator ? [section('person', showSearch(city, again))] : []),
    section('blocks', showBlocks(city, overview, again)),
    section('log', logTable(overview)),
    section('record', recordLinks(city), kindTable(overview)),
  );
}

function section(key, ...children) {
  const id = `ks-privacy-${key}`;
  return element('section', { 'aria-labelledby': id }, element('h3', { id }, text(`admin.privacy.${key}`)), children);
}

function logTable({ log, kinds }) {
  if (log.length === 0) {
    return element('p', {}, text('admin.privacy.log.none'));
  }
  return table(
    text('admin.privacy.log'),
    ['at', 'cause', 'kind', 'deleted', 'heldBack', 'setting'].map((column) => text(`admin.privacy.log.${column}`)),
    log.map((entry) => [
      new Date(entry.at).toLocaleString(),
      text(`admin.privacy.cause.${entry.cause}`),
      [kinds.find(({ key }) => key === entry.kind)?.name ?? entry.kind, element('br', {}), element('code', {}, entry.table)],
      entry.failed ? `${entry.deleted} – ${text('admin.privacy.log.failed')}` : String(entry.deleted),
      String(entry.heldBack),
      entry.setting ?? '',
    ]),
  );
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
