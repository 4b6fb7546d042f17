/** Deadlines in working days: public holidays of the federal state, closing days, due dates and periods by decision table. */
package de.kreislaufstadt.deadline;
