import { element, paragraphs } from '../../dom.mjs';
import { localDate, text } from '../../messages/index.mjs';
import { badge } from '../parts.mjs';

/** What bodies have decided about a measure, under which conditions, and who has signed it or has not yet. */
export function show(panel, measure) {
  panel.append(
    element('h2', {}, text('measures.decisions')),
    measure.decisions?.length ? decided(measure.decisions) : element('p', {}, text('cockpit.gates.none')),
    element('h2', {}, text('measures.conditions')),
    measure.conditions?.length ? conditions(measure.conditions) : element('p', {}, text('cockpit.gates.noConditions')),
    element('h2', {}, text('cockpit.gates.signatures')),
    ...(measure.coSignatures?.length ? measure.coSignatures.flatMap(round) : [element('p', {}, text('cockpit.gates.notAsked'))]),
  );
}

function table(caption, columns, rows) {
  return element(
    'table',
    { class: 'table' },
    element('caption', { class: 'sr-only' }, caption),
    element('thead', {}, element('tr', {}, columns.map((column) => element('th', { scope: 'col' }, text(column))))),
    element(
      'tbody',
      {},
      rows.map(([first, ...others]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, first),
          others.map((cell) => element('td', {}, cell)),
        ),
      ),
    ),
  );
}

function decided(decisions) {
  return table(
    text('measures.decisions'),
    ['cockpit.gates.body', 'measures.column.decided', 'measures.column.result', 'measures.column.paper', 'measures.column.reason'],
    decisions.map(({ body, decidedOn, result, paperNumber, reason, conditions: words }) => [
      body,
      localDate(decidedOn),
      result,
      paperNumber ?? '–',
      reason || words ? paragraphs(reason ?? words) : '–',
    ]),
  );
}

function conditions(set) {
  return table(
    text('measures.conditions'),
    ['measures.column.condition', 'measures.column.department', 'measures.column.due', 'measures.column.status', 'measures.column.proof'],
    set.map(({ text: words, department, due, status, statusLabel, proof, reason }) => [
      words,
      department,
      localDate(due),
      status === 'OPEN' ? badge(statusLabel, 'state') : statusLabel,
      proof || reason ? paragraphs(proof ?? reason) : '–',
    ]),
  );
}

function round({ number, version, hash, outcome, statement, signatures }) {
  const title = text('cockpit.gates.round', number, version);
  return [
    element('h3', {}, title, ' ', badge(outcome, 'state')),
    element('p', {}, text('cockpit.gates.hash'), ' ', element('code', {}, hash)),
    ...(statement ? paragraphs(statement) : []),
    table(
      title,
      ['cockpit.gates.who', 'cockpit.gates.signature', 'cockpit.gates.remark'],
      signatures.map(({ who, missing, result, remark }) => [
        who,
        missing ? badge(result, 'overdue') : result,
        remark ? paragraphs(remark) : '–',
      ]),
    ),
  ];
}
