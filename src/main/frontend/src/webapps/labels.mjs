import { language } from '../messages/index.mjs';

// Camunda's German keeps some English words. Articles go with them, so longer phrases come first.
const WORDS = [
  ['Ein neues Deployment', 'Eine neue Bereitstellung'],
  ['ein neues Deployment', 'eine neue Bereitstellung'],
  ['neues Deployment', 'neue Bereitstellung'],
  ['des neuen Deployments', 'der neuen Bereitstellung'],
  ['das neue Deployment', 'die neue Bereitstellung'],
  ['des Deployments', 'der Bereitstellung'],
  ['diesem Deployment', 'dieser Bereitstellung'],
  ['dieses Deployment', 'diese Bereitstellung'],
  ['Dieses Deployment', 'Diese Bereitstellung'],
  ['das Deployment', 'die Bereitstellung'],
  ['Das Deployment', 'Die Bereitstellung'],
  ['Deployments', 'Bereitstellungen'],
  ['Deployment-', 'Bereitstellungs-'],
  ['Deployment', 'Bereitstellung'],
  ['deployed', 'bereitgestellt'],
  ['Deployed', 'Bereitgestellt'],
  ['der External Task', 'die externe Aufgabe'],
  ['des externen Tasks', 'der externen Aufgabe'],
  ['des Tasks', 'der Aufgabe'],
  ['dem Task', 'der Aufgabe'],
  ['den Task', 'die Aufgabe'],
  ['der Task', 'die Aufgabe'],
  ['Der Task', 'Die Aufgabe'],
  ['Ein Task', 'Eine Aufgabe'],
  ['einen Task', 'eine Aufgabe'],
  ['Externe-Tasks-', 'Externe-Aufgaben-'],
  ['Externe-Task-', 'Externe-Aufgaben-'],
  ['Task-', 'Aufgaben-'],
  ['External Task', 'externe Aufgabe'],
  ['Tasks', 'Aufgaben'],
  ['Task', 'Aufgabe'],
  ['Mandanten-ID', 'Kommune'],
  ['Dashboard', 'Übersicht'],
  ['Case Instanz', 'Fall-Instanz'],
  ['Case Ausführung', 'Fall-Ausführung'],
  ['Case-', 'Fall-'],
  ['Assignee', 'Bearbeitung'],
];

/** A label of Camunda's in German throughout; a value that is missing shows as a dash. */
export function german(label) {
  if (label === 'null' || label === '<null>') {
    return '–';
  }
  return WORDS.reduce((words, [english, own]) => words.replaceAll(whole(english), own), label);
}

// Neither a part of another word nor a placeholder; what ends with a hyphen begins a longer word.
function whole(english) {
  return new RegExp(`(?<![\\p{L}{])${english}${english.endsWith('-') ? '' : '(?![\\p{L}}])'}`, 'gu');
}

/**
 * Puts own words in place of some that Camunda ships. They are loaded by Angular before the page starts.
 *
 * @param module name of the Angular module that the web application leaves to us
 * @param own    further words by their keys
 */
export function chooseWords(module, own = {}) {
  globalThis.angular?.module(module).config([
    '$provide',
    ($provide) =>
      $provide.decorator('localeLoader', [
        '$delegate',
        ($delegate) => (options) => $delegate(options).then((words) => ({ ...inOwnWords(words), ...own })),
      ]),
  ]);
}

/** Lets a page wait for its words: whoever comes in signed in already would else see the names of labels in their place. */
export function waitForWords(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) =>
      scope.$on('$routeChangeStart', (_, next) => {
        if (next?.$$route) {
          next.resolve = { ...next.resolve, words: ['$translate', (translate) => translate.onReady()] };
        }
      }),
  ]);
}

function inOwnWords(words) {
  return language() === 'de' ? Object.fromEntries(Object.entries(words).map(([key, label]) => [key, german(label)])) : words;
}
