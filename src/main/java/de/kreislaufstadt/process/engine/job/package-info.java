/** Due jobs, run under short locks that a node holds only while it lives. */
package de.kreislaufstadt.process.engine.job;
