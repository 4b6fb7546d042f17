package de.kreislaufstadt.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Starts and joins the life cycle of measures from outside a form. */
public interface Lifecycles {

    /** Key of the process that is the life cycle of a measure. */
    String PROCESS = "measure-lifecycle";

    /**
     * Takes over a measure that is already running: its process starts in the phase it has reached, its earlier steps
     * become history and no open task.
     *
     * @param activity id of the life cycle's activity to enter, e.g. {@code phase-starter-projects}
     * @param routing routing values the activity needs
     */
    void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past);

    /**
     * The same on behalf of somebody who is not signed in on this thread.
     *
     * @param by engine user id; null for whoever is signed in
     */
    void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past,
            String by);

    /**
     * Says since when the open tasks of a measure that was taken over have waited for a department, and until when they were
     * to be done: deadlines count from there, and not from the day of the take-over.
     *
     * @param day on which they came up
     * @param due last day
     */
    void waitSince(String municipality, String number, String department, LocalDate day, LocalDate due);

    /**
     * Lets the days have passed that the processes of a municipality wait for at this event, as after a take-over of measures
     * that have waited elsewhere.
     */
    void waitNoLonger(String municipality, String event);

    /** @return whether a process runs for the measure */
    boolean isRunning(String municipality, String number);

    /** @return numbers of the municipality's measures for which a process runs, sorted; in one statement */
    List<String> running(String municipality);

    /** @return models that the municipality has of its own, which hold for it instead of the shared ones of the same key */
    List<Variant> variants(String municipality);

    /** Deletes everything the processes keep of a municipality for which no measure runs any more. */
    void forget(String municipality);

    /**
     * A model of one municipality.
     *
     * @param key of the process or decision, e.g. {@code knowledge-building}
     * @param name as people read it
     * @param version number of deployments of this variant
     */
    record Variant(String key, String name, int version) {}

    /**
     * A step done before the measure came into this system.
     *
     * @param task id of the user task it corresponds to
     * @param note what is known, with its source; no personal data
     */
    record PastStep(String process, String task, String department, Instant completedAt, String note) {}
}
