import { linkTo as linkToComponents } from '../components/addresses.mjs';
import { documentTable } from '../documents/table.mjs';
import { element, paragraphs } from '../dom.mjs';
import { linkTo } from '../measures/addresses.mjs';
import { badge, failureNote, loadingNote } from '../measures/parts.mjs';
import { phasePicture } from '../measures/phases.mjs';
import { decisions, history, openSteps, section, taskEvents } from '../measures/sections.mjs';
import { stateNote } from '../measures/state.mjs';
import { text } from '../messages/index.mjs';
import { read } from '../tasklist.mjs';

/**
 * The tab of a task that shows its measure: what it is about, what was done, what is open elsewhere, what follows, and the
 * documents that the person may see.
 */
export async function showMeasureOfTask(node, taskId) {
  const place = element('div', { class: 'ks-measures ks-measure-tab' }, loadingNote());
  node.append(place);
  try {
    const of = (what) => read(`tasks/${encodeURIComponent(taskId)}/${what}`);
    // A tab without its documents is worth more than none.
    const [measure, documents] = await Promise.all([of('measure'), of('documents').catch(() => null)]);
    const shown = measure.ofMeasure === false ? partsOfOther : parts;
    place.replaceChildren(...shown(measure, documents, taskId));
  } catch (failure) {
    place.replaceChildren(failureNote(failure));
  }
}

/** The parts of the tab where the task is about a component of the model approach. @param documents null where they cannot be had */
export function partsOfOther({ number, title, stateLabel, history: steps, taskEvents: events }, documents, taskId) {
  return [
    element(
      'header',
      {},
      element('h2', {}, element('span', { class: 'ks-number' }, number), ' ', title),
      element('p', {}, badge(stateLabel, 'state')),
      element('p', {}, element('a', { href: linkToComponents() }, text('glance.componentPage'))),
    ),
    section('measures.documents', documents ? documentTable(documents, taskId) : element('p', {}, text('documents.failed'))),
    section('measures.history', history(steps ?? [])),
    taskEvents(events),
  ].filter(Boolean);
}

/** The parts of the tab from top to bottom. @param documents null where they cannot be had */
export function parts(measure, documents, taskId) {
  const elsewhere = (measure.openSteps ?? []).filter((step) => step.taskId !== taskId);
  return [
    element(
      'header',
      {},
      element('h2', {}, element('span', { class: 'ks-number' }, measure.number), ' ', measure.title),
      element('p', {}, badge(measure.stateLabel, 'state'), ' ', measure.leadLabel ? text('glance.lead', measure.leadLabel) : null),
      stateNote(measure),
      element('p', {}, element('a', { href: linkTo(measure.number) }, text('glance.measurePage', measure.number))),
    ),
    section('glance.summary', paragraphs(measure.summary)),
    section('measures.phases', phasePicture(measure.state, measure.stateLabel, measure.plannedPhases)),
    section('glance.elsewhere', elsewhere.length ? openSteps(elsewhere) : element('p', {}, text('glance.elsewhereEmpty'))),
    measure.decisions?.length ? section('measures.decisions', decisions(measure.decisions)) : null,
    section('measures.documents', documents ? documentTable(documents, taskId) : element('p', {}, text('documents.failed'))),
    section('measures.history', history(measure.history ?? [])),
    taskEvents(measure.taskEvents),
  ].filter(Boolean);
}
