import { readFile } from 'node:fs/promises';

/**
 * form-js has no translations: its English words stand in the code. These are the places that the build changes, each with what
 * to put there and how often it occurs. The build fails if a place is not found, so an update of form-js cannot bring English
 * back unnoticed.
 */
const PLACES = [
  ["'No results'", "words('formjs.none')", 2],
  ["'All values selected'", "words('formjs.allSelected')", 1],
  ["placeholder: 'Search'", "placeholder: words('formjs.search')", 1],
  ["undefined : 'Search'", "undefined : words('formjs.search')", 1],
  ['label: "Skip to search"', "label: words('formjs.skipToSearch')", 1],
  ["valueLabel || 'Select'", "valueLabel || words('formjs.select')", 1],
  ['title: "Remove tag"', "title: words('formjs.removeTag')", 1],
  [
    'class: "fjs-repeat-render-add",',
    `class: "fjs-repeat-render-add", "aria-label": words('formjs.addTo', repeaterField.label || ''),`,
    1,
  ],
  ["'Add new'", "words('formjs.add')", 1],
  ['`Expand all (${values.length - 1})`', "words('formjs.expand', values.length)", 1],
  ["'Collapse'", "words('formjs.collapse')", 1],
  ['`Remove list item ${itemIndex + 1}`', "words('formjs.remove', itemIndex + 1)", 1],
  ["'Date and time must both be entered.'", "words('formjs.dateAndTime')", 1],
  ["'Value is not a number.'", "words('formjs.notANumber')", 1],
  [
    "'Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.'",
    "decimalDigits === 0 ? words('formjs.integer') : words('formjs.decimals', decimalDigits)",
    1,
  ],
  [
    '`Please select a valid value, the two nearest valid values are ${previousValue} and ${nextValue}.`',
    "words('formjs.step', localNumber(previousValue), localNumber(nextValue))",
    1,
  ],
  ['`Field must match pattern ${validation.pattern}.`', "words('formjs.pattern')", 1],
  ["'Field is required.'", "words('formjs.required')", 1],
  ['`Field must have minimum value of ${validation.min}.`', "words('formjs.min', localNumber(validation.min))", 1],
  ['`Field must have maximum value of ${validation.max}.`', "words('formjs.max', localNumber(validation.max))", 1],
  ['`Field must have minimum length of ${validation.minLength}.`', "words('formjs.minLength', validation.minLength)", 1],
  ['`Field must have maximum length of ${validation.maxLength}.`', "words('formjs.maxLength', validation.maxLength)", 1],
  [
    "'Field must be a valid  international phone number. (e.g. +4930664040900)'",
    "words('formjs.phone')",
    1,
  ],
  ["'Field must be a valid email.'", "words('formjs.email')", 1],
  ['"Web-based tooling for BPMN, DMN, and forms powered by"', "words('formjs.mark')", 1],
  ['title: "Powered by bpmn.io"', "title: words('formjs.markTitle')", 1],
  // Dates and numbers follow the page's language, not the operating system's.
  ["getLocaleDateFormat(locale = 'default')", 'getLocaleDateFormat(locale = pageLocale())', 1],
  ['new Intl.DateTimeFormat(locale).formatToParts', "new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts", 1],
  ['placeholder: getLocaleReadableDateFormat()', "placeholder: words('formjs.datePlaceholder')", 1],
  ["placeholder: use24h ? 'hh:mm' : 'hh:mm --'", "placeholder: words('formjs.timePlaceholder')", 1],
  // A condition in a row of a list names its siblings directly, as the check on the server reads it; `this.name` works as well.
  [
    '...data,\n    ...wrapObjectKeysWithUnderscores(specialContextKeys)',
    '...data, ...specialContextKeys.this, ...wrapObjectKeysWithUnderscores(specialContextKeys)',
    1,
  ],
];

const IMPORTS = "import { text as words, locale as pageLocale, localNumber } from 'kreislaufstadt-messages';\n";

/** Makes the changes in a source of form-js. */
export function adapt(source) {
  return PLACES.reduce((code, [place, replacement, times]) => {
    const parts = code.split(place);
    if (parts.length - 1 !== times) {
      throw new Error(`form-js has changed: ${place} occurs ${parts.length - 1} times, expected ${times}`);
    }
    return parts.join(replacement);
  }, IMPORTS + source);
}

/** esbuild plugin: form-js in the page's language. */
export function adaptedFormjs(messages) {
  return {
    name: 'adapted-formjs',
    setup(build) {
      build.onResolve({ filter: /^kreislaufstadt-messages$/ }, () => ({ path: messages }));
      build.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => ({
        contents: adapt(await readFile(path, 'utf8')),
      }));
    },
  };
}
