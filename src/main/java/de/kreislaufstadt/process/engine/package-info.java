/**
 * The only place that touches classes the engine calls {@code impl}. Each use stands in a class of its own that says why,
 * and {@code EngineVersionTest} fails when the engine's version changes, so that each is looked at again.
 *
 * <p>Rooms, from the ground up: {@code extension}, {@code people}, {@code model}, {@code record}, {@code draft} and
 * {@code watch}, {@code task}, {@code glance}, {@code desk}; beside them {@code jobs}. Here they are put together ({@code EngineSetup}). What is public
 * in a room is so for the rooms above it and for {@code process.web}; other modules see the package {@code process} only.
 */
package de.kreislaufstadt.process.engine;
