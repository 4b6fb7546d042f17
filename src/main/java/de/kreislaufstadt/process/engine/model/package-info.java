/**
 * What the models say and where a task stands in them: the words used in expressions, decision tables, the handler of
 * each step, the scope with its routing values, and the engine's clock and calendar.
 */
package de.kreislaufstadt.process.engine.model;
