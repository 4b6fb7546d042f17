/**
 * What the engine itself does otherwise than as delivered, part by part: rights of a query read once, groups of the
 * day, a leaner history, no scripts, no expressions in queries. Nothing here knows a measure or a task of ours.
 */
package de.kreislaufstadt.process.engine.extension;
