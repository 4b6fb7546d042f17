/** What a task list shows beside the tasks: cards, the measure with its steps before and after, and who did what. */
package de.kreislaufstadt.process.engine.glance;
