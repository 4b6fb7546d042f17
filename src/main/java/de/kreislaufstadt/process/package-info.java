/**
 * The only module that knows the engine: it opens and completes user tasks, hands their checked data to the module that
 * owns the step, and keeps the history of steps. Other modules answer its questions through the interfaces declared here.
 */
package de.kreislaufstadt.process;
