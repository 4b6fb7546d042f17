import { measureDocuments } from '../documents/panel.mjs';
import { element, paragraphs } from '../dom.mjs';
import { guidesByPhase } from '../guide/guides.mjs';
import { localDate, text } from '../messages/index.mjs';
import { post, read } from '../tasklist.mjs';
import { linkToTask, PATH } from './addresses.mjs';
import { countermeasures } from './countermeasures.mjs';
import { moderation } from './moderation.mjs';
import { badge, failureNote, loadingNote } from './parts.mjs';
import { phasePicture, skippedPhases } from './phases.mjs';
import { publication } from './publication.mjs';
import { questions } from './questions.mjs';
import { conditions, decisions, history, openSteps, section, taskEvents } from './sections.mjs';
import { stateNote } from './state.mjs';
import { versionTable } from './versions.mjs';

/** One measure: its place in the life cycle, open steps, record, versions and history. */
export async function showMeasure(page, number) {
  page.replaceChildren(backLink(), element('h1', {}, number), loadingNote());
  try {
    const measure = await read(`measures/${encodeURIComponent(number)}`);
    page.replaceChildren(...sections(measure));
  } catch (failure) {
    page.replaceChildren(backLink(), element('h1', {}, number), failureNote(failure));
  }
}

function backLink() {
  return element('p', {}, element('a', { href: `#${PATH}` }, '‹ ', text('measures.back')));
}

function sections(measure) {
  return [
    backLink(),
    element(
      'header',
      { class: 'ks-measure-head' },
      element('h1', {}, element('span', { class: 'ks-number' }, measure.number), ' ', measure.title),
      element('p', {}, badge(measure.stateLabel, 'state'), ' ', measure.leadLabel ?? ''),
      stateNote(measure),
      measure.canChangeDetails ? changeButton(measure.number) : null,
    ),
    section('measures.phases', phases(measure)),
    section('measures.openSteps', openSteps(measure.openSteps ?? [])),
    measure.decisions?.length ? section('measures.decisions', decisions(measure.decisions)) : null,
    measure.conditions?.length ? section('measures.conditions', conditions(measure.conditions)) : null,
    countermeasures(measure.number),
    publication(measure.number),
    questions(measure.number),
    section('measures.record', record(measure)),
    measure.leads ? moderation(measure.number) : null,
    section('measures.documents', measureDocuments(measure.number).node),
    measure.versions?.length ? section('measures.versions', versionTable(measure.versions)) : null,
    section('measures.history', history(measure.history ?? [])),
    taskEvents(measure.taskEvents),
  ].filter(Boolean);
}

function phases({ state, stateLabel, plannedPhases, guidance }) {
  return [phasePicture(state, stateLabel, plannedPhases), guidesByPhase(guidance, skippedPhases(state, plannedPhases))].filter(Boolean);
}

function changeButton(number) {
  const note = element('p', { role: 'alert', class: 'ks-note' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-primary',
      onclick: async () => {
        button.disabled = true;
        note.textContent = '';
        try {
          const { taskId } = await post(`measures/${encodeURIComponent(number)}/change-details`);
          globalThis.location.hash = linkToTask(taskId);
        } catch (failure) {
          note.textContent = text('measures.changeFailed', failure.message);
          button.disabled = false;
        }
      },
    },
    text('measures.change'),
  );
  return element('div', { class: 'ks-change' }, button, note);
}

function record(measure) {
  const facts = [
    ['summary', paragraphs(measure.summary)],
    ['description', paragraphs(measure.description)],
    ['field', measure.fieldOfActionLabel],
    ['state', measure.stateLabel],
    ['lead', measure.leadLabel],
    ['body', measure.responsibleBody],
    ['contributing', (measure.contributing ?? []).join(', ')],
    ['begin', localDate(measure.begin)],
    ['end', localDate(measure.end)],
    ['planned', localDate(measure.plannedUntil)],
  ];
  return element(
    'dl',
    { class: 'ks-record' },
    facts.map(([name, value]) =>
      element(
        'div',
        {},
        element('dt', {}, text(`measures.record.${name}`)),
        element('dd', {}, isEmpty(value) ? element('em', {}, text('measures.notStated')) : value),
      ),
    ),
  );
}

function isEmpty(value) {
  return value === null || value === undefined || value.length === 0;
}
