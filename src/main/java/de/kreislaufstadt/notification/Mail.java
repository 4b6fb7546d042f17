package de.kreislaufstadt.notification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A mail in the outbox.
 *
 * @param recipient who has an account or a mailbox; {@code null} for a letter
 * @param letter which letter it is; {@code null} for a mail about tasks
 * @param digestOn day of the daily summary it is, {@code null} for a mail sent at once
 * @param attempts failed attempts so far
 */
record Mail(UUID id, Recipient recipient, LetterTable.Draft letter, LocalDate digestOn, int attempts) {}
