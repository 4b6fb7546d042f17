package de.kreislaufstadt.process;

/** Tells people of open tasks that became theirs after they were created. */
public interface CallsToTasks {

    /**
     * Publishes a notice of every open task of the municipality that the group may work on, addressed to the person alone.
     *
     * @param cause what made them the person's; the same cause is told once
     */
    void call(String municipality, String group, String user, String cause);
}
