/**
 * Stepping in where a measure is stuck or goes wrong: who may, which steps can be skipped or repeated, and failed jobs with
 * their causes in words.
 */
package de.kreislaufstadt.process.engine.steer;
