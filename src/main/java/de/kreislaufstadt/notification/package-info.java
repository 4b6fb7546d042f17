/**
 * Tells people by mail that a task waits for them, in the rhythm and the language each recipient has chosen, and writes
 * letters for other modules to people who have no account: an outbox filled in the transaction that causes them, sent after
 * the commit.
 */
package de.kreislaufstadt.notification;
