package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The user tasks of a municipality that wait for somebody, for those who watch over deadlines; no rights are asked. */
public interface WatchedTasks {

    /**
     * One page of the tasks that belong to a measure and have a due date, by id.
     *
     * @param after id of the last task of the page before, empty for the first page
     * @param size rows at most; fewer mean that this was the last page
     */
    List<WatchedTask> page(String municipality, String after, int size);

    /** @return the task if it is still open */
    Optional<WatchedTask> find(String municipality, String id);

    /**
     * Finds tasks and keeps others from interrupting their measures until the transaction ends.
     *
     * @return those of the tasks that are still open and do not rest
     */
    List<WatchedTask> hold(String municipality, Collection<String> ids);

    /** @return the people who may work on the task with its candidate group, value = engine user id, sorted by name */
    List<Option> people(WatchedTask task);

    /** @return whether the department has a head who can clarify a task of its members */
    boolean headCanClarify(WatchedTask task);

    /**
     * Does what a superior has decided about a task, notes it in the task's history, and takes the mark away.
     *
     * @return id of what happened
     */
    UUID decide(WatchedTask task, Decision decision);

    /**
     * Marks a task as one that a superior has been asked about. When a marked task is completed or disappears,
     * {@link EscalatedTaskSettled} is published.
     */
    void markEscalated(WatchedTask task);

    /**
     * How a task goes on.
     *
     * @param due new last day
     * @param changesHands whether it goes to somebody else; a question that is open about it ends
     * @param person engine user id of who gets it, null = its group
     * @param reason why, internal
     * @param by engine user id of who has decided
     */
    record Decision(LocalDate due, boolean changesHands, String person, String reason, String by) {}
}
