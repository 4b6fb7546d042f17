package de.kreislaufstadt.guest;

import java.time.LocalDate;

/**
 * An account of somebody of no municipality.
 *
 * @param validUntil last day
 */
record ExternalAccount(String account, String name, String organisation, LocalDate validUntil) {}
