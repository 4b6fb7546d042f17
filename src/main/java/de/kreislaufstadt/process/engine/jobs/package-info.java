/** The engine's job executor: how it is watched, how it stops, and what it counts. */
package de.kreislaufstadt.process.engine.jobs;
