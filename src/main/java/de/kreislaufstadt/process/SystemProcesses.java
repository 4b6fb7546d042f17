package de.kreislaufstadt.process;

/** Processes that the product starts by itself and not a person with a form. */
public interface SystemProcesses {

    /**
     * Starts a process of the municipality, in the caller's transaction.
     *
     * @param process key of the process
     * @param businessKey number of the measure, or the day a recurring process stands for
     * @param routing routing values it begins with
     * @return engine's id of the instance
     */
    String start(String municipality, String process, String businessKey, Outcome routing);

    /** @return whether an instance of the process runs for the municipality */
    boolean isRunning(String municipality, String process);

    /**
     * Lets an instance go on that rests with its measure; does nothing if it does not rest. Must not be called by a step of a
     * process: what the step does next would still find it at rest.
     */
    void wake(String instance);

    /** Delivers a message to an instance; does nothing if the instance has ended or does not wait for it. */
    void tell(String instance, String message);
}
