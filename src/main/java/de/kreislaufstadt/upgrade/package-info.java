/**
 * New versions of models under running measures: operators see what runs on which version and lift it to the newest one, first as a
 * dry run, then one by one in the background, with a report of each. What happens in the processes themselves is done by
 * {@code process}.
 */
package de.kreislaufstadt.upgrade;
