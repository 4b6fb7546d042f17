import { element } from '../dom.mjs';
import { text } from '../messages/index.mjs';
import { read, speakingOf } from '../tasklist.mjs';

/** What was chosen last: whoever goes from page to page stays in the city. */
let last = null;

/**
 * Shows a page that is about one municipality. Whoever belongs to several chooses which; nobody else notices.
 *
 * @param show fills a node and returns a function that gives back what it holds
 */
export async function inOneCity(page, show) {
  const cities = await read('portfolio/choices').then(
    ({ municipalities }) => municipalities,
    () => [],
  );
  return cities.length > 1 ? inChosenCity(page, cities, show) : show(page);
}

function inChosenCity(page, cities, show) {
  let close = null;
  let silent = null;
  const content = element('div', {});
  const choice = element(
    'select',
    { id: 'ks-city', class: 'form-control', onchange: () => enter(choice.value) },
    cities.map(({ value, label }) => element('option', { value }, label)),
  );
  page.replaceChildren(
    element('div', { class: 'ks-filter form-group' }, element('label', { for: choice.id }, text('cockpit.filter.municipality')), choice),
    content,
  );

  function enter(city) {
    leave();
    last = city;
    silent = speakingOf(city);
    close = show(content);
  }

  function leave() {
    close?.();
    silent?.();
  }

  choice.value = cities.some(({ value }) => value === last) ? last : cities[0].value;
  enter(choice.value);
  return leave;
}
