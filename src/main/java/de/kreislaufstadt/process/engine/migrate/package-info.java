/** Lifts running instances from one version of their model to another. */
package de.kreislaufstadt.process.engine.migrate;
