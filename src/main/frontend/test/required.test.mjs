import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readFile } from 'node:fs/promises';

import { loadBundled, pretendBrowser } from '../tools/browser.mjs';

let FormView;

before(async () => {
  pretendBrowser();
  ({ FormView } = await loadBundled('src/form/view.mjs'));
});

async function marks(form, data) {
  const schema = JSON.parse(await readFile(new URL(`../../../../bpmn/forms/${form}.form`, import.meta.url), 'utf8'));
  const container = document.createElement('div');
  document.body.append(container);
  const view = await FormView.mount(container, schema, data);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const labels = [...container.querySelectorAll('.fjs-form-field-label')];
  const marked = labels.filter((label) => label.querySelector('.fjs-asterix')).map((label) => label.textContent.replace('*', ''));
  view.destroy();
  return new Set(marked);
}

function differ(one, other) {
  return [...one].filter((label) => !other.has(label)).sort();
}

test('fields of a group inside a row are marked when the choice beside them requires them', async () => {
  const row = (quantity) => ({ news: 'NEWS', activities: [{ name: 'x', quantity }] });
  const nothing = await marks('report-activities', row({}));
  const value = await marks('report-activities', row({ status: 'VALUE' }));
  const range = await marks('report-activities', row({ status: 'RANGE' }));
  const elsewhere = await marks('report-activities', row({ status: 'SEE_REFERENCE' }));
  assert.deepEqual(differ(value, nothing), ['Einheit', 'Quelle der Angabe', 'Stand der Angabe', 'Wert']);
  assert.deepEqual(differ(range, nothing), ['Bis', 'Einheit', 'Quelle der Angabe', 'Stand der Angabe', 'Von']);
  assert.deepEqual(differ(elsewhere, nothing), ['Quelle der Angabe', 'Stand der Angabe', 'Verweis']);
});

test('the mark follows the fields that make another one required', async () => {
  const cases = [
    ['propose-measure', { cost: { status: 'SEE_REFERENCE' } }, { cost: { status: 'NONE' } }, 'Verweis'],
    ['review-proposal', { result: 'REWORK' }, {}, 'Hinweise oder Gründe der Rückgabe'],
    ['prepare-workshop', { link: '' }, { link: 'https://example.org' }, 'Ort'],
    ['write-minutes', { minutes: [{ kind: 'TASK' }] }, { minutes: [{ kind: 'FINDING' }] }, 'Verantwortlich'],
    ['log-networking', { contacts: [] }, { contacts: [{ kind: 'EVENT' }] }, 'Anmerkung'],
    ['summarise-status-quo', { maturity: [{ level: 0 }] }, { maturity: [{}] }, 'Beleg'],
    ['summarise-status-quo', { maturity: [{ evidence: 'x' }] }, { maturity: [{ evidence: '' }] }, 'Reifegrad'],
    ['analyse-stakeholders', { stakeholders: [{ influence: 3, interest: 4 }] }, { stakeholders: [{ influence: 4, interest: 2 }] }, 'Betreuende Stelle'],
    ['analyse-stakeholders', { stakeholders: [{ contact: { phone: '1' } }] }, { stakeholders: [{ contact: { phone: '' } }] }, 'Name'],
  ];
  for (const [form, required, free, label] of cases) {
    assert.deepEqual([(await marks(form, required)).has(label), (await marks(form, free)).has(label)], [true, false], `${form}: ${label}`);
  }
});
