package de.kreislaufstadt.implementation;

/**
 * Data of the form {@code confirm-closure}.
 *
 * @param comment what is missing; null for a confirmation
 */
record ConfirmationForm(ClosureResult result, String comment) {}
