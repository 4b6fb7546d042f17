/**
 * Interventions in what runs: measures are paused, resumed, cancelled, merged and given another lead, and a selection of tasks or
 * measures is worked off one by one in the background, with a report of each. What happens in the processes themselves is done
 * by {@code process}.
 */
package de.kreislaufstadt.steering;
