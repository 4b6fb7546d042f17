package de.kreislaufstadt.guest;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A right of one person on one workshop.
 *
 * @param name name of the person
 * @param until last day, at most the account's
 * @param withdrawn whether it was taken back before its end
 */
record Right(
        UUID id,
        String municipality,
        String account,
        String name,
        String organisation,
        UUID workshop,
        LocalDate from,
        LocalDate until,
        boolean withdrawn) {}
