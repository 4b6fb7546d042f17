package de.kreislaufstadt.association;

/**
 * Who belongs to the association may be others than before: published in the transaction that applies its file, also where the
 * file says what it said, since memberships begin and end with a day and the file is applied every night. Whoever listens compares
 * what is with what should be, and does nothing where both are the same.
 *
 * @param office id of the association's tenant
 */
public record MembersChanged(String office) {}
