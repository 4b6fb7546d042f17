/**
 * Deadlines in working days: public holidays of the federal state, closing days, due dates and periods by decision table;
 * and what happens when they come near or pass: reminders, clarification by superiors, new dates with their reasons.
 */
package de.kreislaufstadt.deadline;
