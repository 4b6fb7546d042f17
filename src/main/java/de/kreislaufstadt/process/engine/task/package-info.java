/**
 * A task is opened and completed: what its form shows, the check of what is sent, the handler, the next steps, all in
 * one transaction; and no way past it.
 */
package de.kreislaufstadt.process.engine.task;
