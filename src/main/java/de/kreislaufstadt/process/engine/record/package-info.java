/**
 * What is recorded beside the engine's own history: steps and their results, what happened to a task, which task was
 * completed by whom, and the running life cycles.
 */
package de.kreislaufstadt.process.engine.record;
