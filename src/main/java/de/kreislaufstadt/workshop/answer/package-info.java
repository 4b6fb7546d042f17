/**
 * What people without account send, checked and counted: answers with places and waiting list, objections, feedback
 * without a name; and the mix of participants that follows from it.
 */
package de.kreislaufstadt.workshop.answer;
