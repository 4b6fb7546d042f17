/**
 * Rounds of the model approach: a component is drafted, commented by every member in its own inbox, consolidated with an answer to
 * every comment, adopted, and published as a version; a year later the next round begins.
 */
package de.kreislaufstadt.association.round;
