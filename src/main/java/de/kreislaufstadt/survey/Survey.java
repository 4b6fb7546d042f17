package de.kreislaufstadt.survey;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A survey of the departments about where they stand.
 *
 * @param guidance how to answer; null if nothing needs to be said
 * @param mailbox address of a department for queries
 */
record Survey(UUID id, String aim, String guidance, String mailbox, LocalDate until) {}
