/** Deadlines from the engine's side: open tasks for the daily watch, and due dates that follow a day that is moved. */
package de.kreislaufstadt.process.engine.watch;
