/** The user tasks and service steps of the process, and what their forms show. */
package de.kreislaufstadt.workshop.task;
