/** Interventions for a selection of tasks or measures: worked off one by one in the background, with a report of each. */
package de.kreislaufstadt.steering;
