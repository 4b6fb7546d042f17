/** Phase 4, starter projects: bundled ideas, sketches, scores, selection and decision. */
package de.kreislaufstadt.starterproject;
