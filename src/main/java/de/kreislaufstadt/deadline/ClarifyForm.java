package de.kreislaufstadt.deadline;

import java.time.LocalDate;

/**
 * How an overdue task goes on.
 *
 * @param person engine user id of who goes on with it; only where it is given to another person
 * @param due new last day
 */
record ClarifyForm(ClarifyResult result, String person, LocalDate due, String reason) {}
