import { element, paragraphs } from '../dom.mjs';
import { localDate, text } from '../messages/index.mjs';
import { table } from '../rounds/parts.mjs';
import { read, resource } from '../tasklist.mjs';
import { begin, withdraw } from './actions.mjs';
import { linkTo } from './addresses.mjs';
import { roundLink, until } from './list.mjs';
import { nextStep } from '../rounds/next.mjs';

/** A component: its running round, the published versions with their text, and the rounds that were. */
export async function component(place, said, again) {
  const page = await read(`components/${encodeURIComponent(place.component)}`);
  const { line, versions, rounds } = page;
  return [
    element('h1', {}, line.name),
    running(page, again),
    element('h2', {}, text('components.versions')),
    versions.length ? versionTable(page, again) : element('p', {}, text('components.noVersion')),
    comparing(page),
    versions.slice(0, 1).map((version) => words(version)),
    rounds.length > 0 && past(line.component, rounds),
  ];
}

function running({ line, mayAct }, again) {
  return element(
    'section',
    {},
    element('h2', {}, text('components.running')),
    line.round
      ? element(
          'dl',
          { class: 'ks-rounds-facts' },
          [
            ['round', roundLink(line.component, line.round)],
            ['until', until(line.round)],
            ['next', nextStep(line.round.next)],
          ].map(([name, value]) => [element('dt', {}, text(`components.column.${name}`)), element('dd', {}, value)]),
        )
      : element('p', {}, text('components.noRound')),
    !line.round && mayAct && element('p', {}, begin(line, again)),
  );
}

function versionTable({ line, versions, mayAct }, again) {
  return table({
    caption: text('components.versions'),
    hideCaption: true,
    columns: [...['version', 'adopted', 'changes', 'commented', 'document'].map((name) => text(`components.column.${name}`)), ...(mayAct ? [text('components.column.action')] : [])],
    rows: versions.map((version) => [
      element('span', {}, text('components.versionOf', version.version, localDate(version.publishedOn)), version.withdrawnOn && withdrawn(version)),
      text('components.adoptedBy', version.adoptedBy, localDate(version.adoptedOn)),
      element('div', {}, paragraphs(version.changeSummary)),
      text('components.commented', version.commented, version.members, version.comments),
      element(
        'a',
        { href: resource(`components/${line.component}/versions/${version.version}/paper.pdf`), download: '', 'aria-label': text('components.pdf.of', version.version) },
        text('components.pdf'),
      ),
      ...(mayAct ? [version.withdrawnOn ? '–' : withdraw(line.component, version.version, again)] : []),
    ]),
  });
}

function withdrawn({ withdrawnOn, withdrawnReason }) {
  return element('p', {}, element('strong', {}, text('components.withdrawn', localDate(withdrawnOn))), ` ${withdrawnReason}`);
}

/** Two texts are chosen and compared; by default the newest with what came before or is being written. */
function comparing({ line, versions }) {
  const texts = [...(line.round ? ['draft'] : []), ...versions.map(({ version }) => String(version))];
  if (texts.length < 2) {
    return null;
  }
  return element('p', {}, element('a', { href: `${linkTo({ component: line.component, view: 'vergleich' })}` }, text('components.compare')));
}

function words({ version, sections }) {
  return element(
    'section',
    { class: 'ks-components-text', lang: 'de' },
    element('h2', { lang: null }, text('components.text', version)),
    sections.map(({ heading, text: content }) => [element('h3', {}, heading), element('div', { class: 'ks-components-passage' }, content)]),
  );
}

function past(name, rounds) {
  return element(
    'details',
    { class: 'ks-rounds-events' },
    element('summary', {}, text('components.rounds')),
    element(
      'ul',
      {},
      rounds.map((round) => element('li', {}, roundLink(name, round), ` · ${text('components.begun', localDate(round.begunOn))}`)),
    ),
  );
}
