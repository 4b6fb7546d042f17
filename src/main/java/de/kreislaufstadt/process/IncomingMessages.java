package de.kreislaufstadt.process;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings to a waiting process what comes from outside and is not a task: somebody without account has answered. The engine
 * acts by itself then, for the municipality of the instance; nobody is signed in.
 */
public interface IncomingMessages {

    /**
     * Runs work that tells a process something, in one transaction with the rows it writes. If somebody else has moved the
     * same instance in the same moment, the work is rolled back and run again, so it must begin with reading.
     *
     * @throws IllegalStateException inside of a transaction, which could not be run again
     */
    <T> T inOneTransaction(Supplier<T> work);

    /** @return whether an instance of the process waits for the message; one whose measure rests does not */
    boolean isAwaited(String municipality, String process, String businessKey, String message);

    /**
     * Delivers a message to the instance of a process that is about one item, in the caller's transaction.
     *
     * @param process key of the process
     * @param businessKey number of the measure
     * @param message name of the message
     * @param item name of the routing value that holds the item's id, e.g. {@code workshopId}
     * @return whether the instance waited for the message: one that runs on an older model may not, and one whose measure rests
     *     does not
     */
    boolean deliver(String municipality, String process, String businessKey, String message, String item, UUID id);
}
