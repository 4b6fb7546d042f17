/**
 * The only place that touches classes the engine calls {@code impl}. Each use stands in a class of its own that says why,
 * and {@code EngineVersionTest} fails when the engine's version changes, so that each is looked at again.
 */
package de.kreislaufstadt.process.engine;
