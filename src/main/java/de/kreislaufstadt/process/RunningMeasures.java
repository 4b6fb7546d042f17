package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Everything that runs for a measure: its life cycle, the phases, workshops and projects it has called, and the questions to
 * superiors about overdue tasks. They share the measure's number as business key and are interrupted together. The caller holds
 * the measure's lock, decides who may, and opens the transaction.
 */
public interface RunningMeasures {

    /** @return what is open, without changing anything */
    Picture look(String municipality, String number);

    /**
     * @return the open tasks, in the order in which they came up, that another lead would get: those that the routing gives to
     *     the lead and that lie there
     */
    List<String> tasksOfLead(String municipality, String number);

    /**
     * Stops tasks and timers. Whoever is completing a task at the same moment is refused or comes first.
     *
     * @return what is open and now rests
     */
    Picture pause(Interruption what);

    /**
     * Lets tasks and timers go on.
     *
     * @param paused first day of the pause
     * @param workingDays working days by which deadlines move, 0 or more. What has been promised to people outside (the day of
     *     a workshop, the end of its registration, the time for objections) stays; so does the rhythm of what recurs.
     * @return what is open, with its new days
     */
    Picture resume(Interruption what, int workingDays);

    /**
     * Ends everything. The life cycle enters the state by its own end event where its model has one for it; instances of older
     * models are deleted and leave the same record.
     *
     * @param state {@code CANCELLED} or {@code MERGED}
     * @param into measure it goes on in; null unless it is merged
     * @return what was open
     */
    Picture end(Interruption what, String state, UUID into);

    /**
     * Gives the tasks of the lead to another one. Whoever holds one holds it no longer.
     *
     * @param from key of the department that has led so far
     * @param to key of the one that leads from now on
     * @return the tasks that have moved
     */
    Picture changeLead(Interruption what, String from, String to);

    /**
     * Who interrupts which measure.
     *
     * @param id of the interruption, by which its notices are known
     * @param by engine user id
     * @param reason internal to the tasks' people; what is published is kept by the measure
     */
    record Interruption(UUID id, String municipality, UUID measure, String number, String by, String reason) {}

    /**
     * What is open of a measure.
     *
     * @param paused whether it rests
     * @param timers days for which the processes wait, those that recur left out
     */
    record Picture(boolean paused, List<Open> tasks, List<Waiting> timers) {}

    /**
     * An open task.
     *
     * @param name in the reader's language
     * @param department key; null where it has none
     * @param holder engine user id; null where nobody has taken it
     * @param due last day; null where it has none
     * @param promised whether the day follows from something promised to people outside, and stays in a pause
     */
    record Open(
            String id, String key, String name, String department, String holder, LocalDate due, boolean promised) {}

    /**
     * A day for which a process waits.
     *
     * @param event id of the event in its model
     * @param promised whether the day was promised to people outside, and stays in a pause
     */
    record Waiting(String event, LocalDate day, boolean promised) {}
}
