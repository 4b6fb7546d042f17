/** What invited people are told, when, and in which words; with the date for their calendars. */
package de.kreislaufstadt.workshop.letter;
