/** Phase 4, starter projects: bundled ideas, sketches, scores by decision table, selection and decision. */
package de.kreislaufstadt.starterproject;
