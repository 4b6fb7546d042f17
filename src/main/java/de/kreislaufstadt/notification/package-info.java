/**
 * Tells people by mail that a task waits for them: an outbox filled in the transaction that caused the notice, sent after
 * the commit, in the rhythm and the language each recipient has chosen.
 */
package de.kreislaufstadt.notification;
