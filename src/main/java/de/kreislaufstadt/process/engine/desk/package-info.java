/** What can be done with a task other than completing it: hand it over, ask about it, give it back, put it aside. */
package de.kreislaufstadt.process.engine.desk;
