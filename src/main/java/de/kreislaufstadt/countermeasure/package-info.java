/** What is done when an indicator misses its target or a measure is at risk twice running: planned, accepted, and reported on in time. */
package de.kreislaufstadt.countermeasure;
