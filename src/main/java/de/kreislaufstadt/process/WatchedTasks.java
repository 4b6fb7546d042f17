package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /** @return the people who may work on the task with its candidate group, value = engine user id, sorted by name */
    List<Option> people(WatchedTask task);

    /** @return whether the department has a head who can clarify a task of its members */
    boolean headCanClarify(WatchedTask task);

    /** Gives the task a new last day. */
    void setDue(WatchedTask task, LocalDate due);

    /** Gives the task to a person, or with null back to its group. */
    void assign(WatchedTask task, String user);

    /**
     * Marks a task as one that a superior has been asked about, or takes the mark away. When a marked task is completed or
     * disappears, {@link EscalatedTaskSettled} is published.
     */
    void markEscalated(WatchedTask task, boolean escalated);
}
