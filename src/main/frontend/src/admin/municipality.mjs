import { element } from '../dom.mjs';
import { locale, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post, read, remove, resource } from '../tasklist.mjs';
import { changesTable, editor } from './municipalityfile.mjs';
import { failureText } from './failure.mjs';
import { stateOf } from './words.mjs';

/**
 * One municipality: its file, its history, its end.
 *
 * @param leave goes back to the list, with a message
 */
export async function showMunicipality(panel, id, leave, said = '') {
  const path = `admin/municipalities/${encodeURIComponent(id)}`;
  const page = await read(path);
  const { municipality } = page;
  const status = element('p', { role: 'status', class: 'ks-admin-said', tabindex: '-1' }, said);
  const again = (words) => showMunicipality(panel, id, leave, words);
  const attempt = async (work, words, then = again) => {
    status.textContent = '';
    try {
      await work();
      await then(words);
    } catch (failure) {
      status.textContent = failureText(failure);
      status.focus();
    }
  };
  panel.replaceChildren(
    element('p', {}, element('button', { type: 'button', class: 'btn btn-link', onclick: () => leave('') }, text('admin.municipalities.back'))),
    element('h2', {}, municipality.name),
    element('p', {}, `${text(`admin.state.${municipality.federalState}`)} · ${stateOf(municipality)}`),
    status,
    municipality.location ? element('p', { class: 'alert alert-info' }, text('admin.municipality.configured', municipality.location)) : null,
    element('p', {}, element('a', { href: resource(`${path}/file`), download: `${id}.yaml` }, text('admin.municipality.download'))),
    variants(page.variants),
    element('h3', {}, text('admin.municipality.file')),
    municipality.location
      ? element('pre', { class: 'ks-admin-text', tabindex: '0' }, page.file)
      : editor({ content: page.file, base: page.number }, () => again(text('admin.municipality.applied'))),
    element('h3', {}, text('admin.municipality.history')),
    history(page, path, attempt),
    ...(municipality.location ? [] : [element('h3', {}, text('admin.municipality.end')), end(municipality, path, attempt, leave)]),
  );
  if (said) {
    status.focus();
  }
}

function variants(list) {
  if (!list.length) {
    return element('p', {}, text('admin.municipality.noVariants'));
  }
  return element(
    'p',
    {},
    text('admin.municipality.variants'),
    ' ',
    list.map(({ name, key, version }) => text('admin.municipality.variant', name, key, version)).join(', '),
  );
}

function history(page, path, attempt) {
  return table(
    text('admin.municipality.history'),
    ['number', 'at', 'by', 'note', 'action'].map((column) => text(`admin.history.column.${column}`)),
    page.history.map(({ number, at, by, location, restores }) => {
      const changes = element('div');
      return [
        String(number),
        moment(at),
        by ?? text('admin.history.installation'),
        [
          restores ? text('admin.history.restores', restores) : null,
          location ? text('admin.history.location', location) : null,
          changes,
        ],
        [
          element(
            'button',
            {
              type: 'button',
              class: 'btn btn-default btn-sm',
              onclick: () =>
                attempt(
                  async () => changes.replaceChildren(changesTable(await read(`${path}/versions/${number}`))),
                  '',
                  () => undefined,
                ),
            },
            text('admin.history.changes'),
          ),
          page.municipality.location || number === page.number
            ? null
            : [
                ' ',
                element(
                  'button',
                  {
                    type: 'button',
                    class: 'btn btn-default btn-sm',
                    onclick: () =>
                      globalThis.confirm(text('admin.history.restoreSure', number)) &&
                      attempt(() => post(`${path}/versions/${number}/restore`), text('admin.history.restored', number)),
                  },
                  text('admin.history.restore'),
                ),
              ],
        ],
      ];
    }),
  );
}

function end({ id, name, ended, validUntil, running }, path, attempt, leave) {
  if (running.length) {
    return element('p', {}, text('admin.end.running', running.length, running.join(', ')));
  }
  const day = element('input', { type: 'date', id: 'ks-admin-end', class: 'form-control', value: validUntil ?? '' });
  const confirm = element('input', { type: 'text', id: 'ks-admin-delete', class: 'form-control', autocomplete: 'off' });
  const button = (label, work, style = 'btn-default') => element('button', { type: 'button', class: `btn ${style}`, onclick: work }, text(label));
  return element(
    'div',
    { class: 'ks-admin-end' },
    element('p', { class: 'ks-intro' }, text('admin.end.intro')),
    element('label', { for: 'ks-admin-end' }, text('admin.end.day')),
    day,
    button('admin.end.set', () => day.value && attempt(() => post(`${path}/end`, { lastDay: day.value }), text('admin.end.done'))),
    validUntil ? button('admin.end.takeBack', () => attempt(() => post(`${path}/end`, { lastDay: null }), text('admin.end.tookBack'))) : null,
    ended
      ? element(
          'div',
          {},
          element('p', { class: 'alert alert-warning' }, text('admin.end.deleteIntro', id)),
          element('label', { for: 'ks-admin-delete' }, text('admin.end.confirm')),
          confirm,
          button(
            'admin.end.delete',
            () => attempt(() => remove(`${path}?confirm=${encodeURIComponent(confirm.value)}`), text('admin.end.deleted', name), leave),
            'btn-danger',
          ),
        )
      : null,
  );
}

function moment(value) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(new Date(value));
}
