/** When the phases of measures were planned and when they took place, with what happened in between. */
package de.kreislaufstadt.monitoring.timeline;
