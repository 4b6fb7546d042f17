package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.UUID;

/** New last days of open tasks, with the original one and the reason; kept by the module that owns deadlines. */
public interface Extensions {

    /** Keeps a new last day that a superior has set. A superior who is being asked about the task has answered with it. */
    void extend(NewDay day);

    /**
     * Forgets a new last day that was set by mistake. Whoever had been asked about the task is asked again.
     *
     * @param event id of what is taken back, see {@link NewDay#event}
     * @return whether there was one that can be taken back
     */
    boolean takeBack(String municipality, String task, UUID event);

    /**
     * A new last day of a task.
     *
     * @param event id under which the history of the task knows it
     * @param department key of the department whose task it is
     * @param by engine user id of who has set it
     */
    record NewDay(
            UUID event,
            String municipality,
            UUID measure,
            String task,
            String taskKey,
            String department,
            LocalDate previous,
            LocalDate due,
            String reason,
            String by) {}
}
