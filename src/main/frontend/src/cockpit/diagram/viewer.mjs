// The viewer of BPMN pictures, loaded with the first picture and never before.
export { default } from 'bpmn-js/lib/NavigatedViewer.js';
