package de.kreislaufstadt.process;

/**
 * A task that a superior was asked about has been completed or is no longer needed. Published inside the transaction that
 * ended it.
 *
 * @param taskId engine's id of the task
 */
public record EscalatedTaskSettled(String municipality, String taskId) {}
