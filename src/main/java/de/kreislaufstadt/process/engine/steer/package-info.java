/**
 * Stepping in where a measure is stuck or goes wrong: who may, which steps can be skipped or repeated, and failed jobs with
 * their causes in words; and interruptions of all that runs for a measure: stopped, moved on, ended or given to another lead.
 */
package de.kreislaufstadt.process.engine.steer;
