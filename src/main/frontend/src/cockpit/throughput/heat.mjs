import { element } from '../../dom.mjs';
import { text } from '../../messages/index.mjs';
import { diagram } from '../diagram/diagram.mjs';
import { table } from '../chart/table.mjs';
import { failureNote, loadingNote } from '../parts.mjs';
import { durationText, LEVELS, levelOf, levelText } from './figures.mjs';

/**
 * The picture of a process with its steps coloured by how long they take, the meaning of the colours in words, and the same as a
 * table.
 *
 * @param steps as the server answers them
 * @return `node`, and `close()` which gives back what the picture holds
 */
export function heatMap(steps, model = readModel) {
  const processes = [...new Map(steps.map(({ process, processName }) => [process, processName]))];
  const content = element('div', {});
  let shown = null;
  let asked = 0;
  const choice = element(
    'select',
    { id: 'ks-heat-process', class: 'form-control', onchange: () => draw(choice.value) },
    processes.map(([key, name]) => element('option', { value: key }, name)),
  );
  const node = element(
    'section',
    { 'aria-labelledby': 'ks-heat-title' },
    element('h2', { id: 'ks-heat-title' }, text('throughput.heat')),
    element('p', {}, text('throughput.heatIntro')),
    element('div', { class: 'ks-filter form-group' }, element('label', { for: 'ks-heat-process' }, text('throughput.process')), choice),
    legend(),
    content,
  );

  async function draw(process) {
    const mine = (asked += 1);
    shown?.close();
    shown = null;
    content.replaceChildren(loadingNote());
    const own = steps.filter((step) => step.process === process);
    const median = ({ times }) => times?.whole.median ?? null;
    try {
      const xml = await model(process);
      if (mine !== asked) {
        return;
      }
      shown = diagram({
        xml,
        label: text('throughput.heatLabel', own[0].processName),
        marks: own.map((step) => ({ id: step.task, css: `ks-heat-${levelOf(median(step))}`, badge: durationText(median(step)) ?? text('throughput.level.none') })),
      });
      content.replaceChildren(shown.node, words(own, median));
    } catch (failure) {
      if (mine === asked) {
        content.replaceChildren(failureNote(failure), words(own, median));
      }
    }
  }

  if (processes.length) {
    draw(processes[0][0]);
  }
  return {
    node,
    close() {
      asked += 1;
      shown?.close();
    },
  };
}

function words(steps, median) {
  return table({
    caption: text('throughput.heatTable'),
    columns: [text('throughput.step'), { label: text('throughput.column.median'), number: true }, text('throughput.levelColumn')],
    rows: steps.map((step) => [step.name, durationText(median(step)), levelText(levelOf(median(step)))]),
  });
}

function legend() {
  const levels = [...Array(LEVELS.length + 1).keys()].map((index) => index + 1).concat(0);
  return element(
    'ul',
    { class: 'ks-heat-legend', 'aria-label': text('throughput.legend') },
    levels.map((level) => element('li', {}, element('span', { class: `ks-heat-sample ks-heat-sample-${level}`, 'aria-hidden': 'true' }), levelText(level))),
  );
}

/** The latest model of a process, as Cockpit itself asks for it. */
async function readModel(process) {
  const answer = await fetch(`/camunda/api/engine/engine/default/process-definition?key=${encodeURIComponent(process)}&latestVersion=true`, {
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) {
    throw { status: answer.status };
  }
  const [definition] = await answer.json();
  const model = definition && (await fetch(`/camunda/api/engine/engine/default/process-definition/${encodeURIComponent(definition.id)}/xml`));
  if (!model?.ok) {
    throw { status: model?.status ?? 404 };
  }
  return (await model.json()).bpmn20Xml;
}
