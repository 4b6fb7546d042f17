package de.kreislaufstadt.notification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A mail in the outbox.
 *
 * @param digestOn day of the daily summary it is, {@code null} for a mail sent at once
 * @param attempts failed attempts so far
 */
record Mail(UUID id, Recipient recipient, LocalDate digestOn, int attempts) {}
