import { element } from '../dom.mjs';
import { locale, text } from '../messages/index.mjs';
import { table } from '../measures/parts.mjs';
import { post } from '../tasklist.mjs';

const STATES = ['PENDING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'OUTDATED'];

/**
 * What administrators see of the outbox.
 *
 * @param outbox its state
 * @param again  draws the page anew
 */
export function showOutbox(outbox, again) {
  const status = element('p', { role: 'status', class: 'ks-mail-status' });
  const release = (path) => async () => {
    try {
      await post(path);
      await again();
    } catch (failure) {
      status.textContent = failure.body?.message ?? text('mail.failed');
    }
  };
  return element(
    'section',
    { class: 'ks-mail-outbox', 'aria-labelledby': 'ks-mail-outbox-title' },
    element('h2', { id: 'ks-mail-outbox-title' }, text('mail.outbox')),
    outbox.connected ? null : element('p', {}, text('mail.outbox.disconnected')),
    counts(outbox),
    status,
    outbox.mails.FAILED
      ? element(
          'p',
          {},
          element(
            'button',
            { type: 'button', class: 'btn btn-default', onclick: release('mail/outbox/release-failed') },
            text('mail.outbox.releaseFailed'),
          ),
        )
      : null,
    outbox.troubles.length ? troubles(outbox.troubles, release) : element('p', {}, text('mail.outbox.noTroubles')),
  );
}

function counts(outbox) {
  const entries = [['waiting', outbox.waiting], ...STATES.map((state) => [state, outbox.mails[state]])];
  return element(
    'dl',
    { class: 'ks-mail-counts' },
    entries.map(([state, count]) =>
      element('div', {}, element('dt', {}, text(`mail.state.${state}`)), element('dd', {}, String(count))),
    ),
  );
}

function troubles(list, release) {
  return table(
    text('mail.outbox.troubles'),
    ['recipient', 'state', 'since', 'attempts', 'reason', 'action'].map((column) => text(`mail.column.${column}`)),
    list.map((trouble) => [
      `${trouble.municipality}: ${recipient(trouble)}`,
      text(`mail.state.${trouble.state}`),
      moment(trouble.since),
      String(trouble.attempts),
      trouble.reason,
      element(
        'button',
        { type: 'button', class: 'btn btn-default btn-sm', onclick: release(`mail/outbox/${trouble.id}/release`) },
        text(`mail.release.${trouble.state}`),
      ),
    ]),
  );
}

function recipient({ person, department, letter }) {
  return letter ? text('mail.letter') : (person ?? text('mail.mailboxOf', department));
}

function moment(value) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(
    new Date(value),
  );
}
