/** What the engine itself keeps of people: accounts, their rights and filters, and texts in its tables. */
package de.kreislaufstadt.process.engine.privacy;
