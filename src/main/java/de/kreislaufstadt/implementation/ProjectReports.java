package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.TaskContext;
import java.util.Map;

/**
 * Status reports of single projects. Implementations that began before there were reporting rounds still ask for them by a
 * timer of their own.
 */
public interface ProjectReports {

    /** @return what the form of a report shows about the project of the scope */
    Map<String, Object> known(TaskContext task);

    /** Notes what a report on the project may not say: a day in the future, or one before the last report. */
    void check(TaskContext task, StatusReport report, Problems problems);

    /** Adds a report on the project of the scope, also to the timeline of its measure. */
    void add(TaskContext task, StatusReport report);
}
