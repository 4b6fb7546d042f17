/**
 * What the views of managers in Cockpit read: projections of tasks and measures, kept in the transaction of whatever changes
 * them, and the pages that ask them. Nothing here asks the engine.
 */
package de.kreislaufstadt.monitoring;
