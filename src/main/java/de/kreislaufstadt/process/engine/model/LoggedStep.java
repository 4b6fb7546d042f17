package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.observation.LogFields;
import de.kreislaufstadt.process.TaskContext;

/** Tells the log where a thread is working, until its request or its job is over. */
public final class LoggedStep {

    private LoggedStep() {}

    /** @return the same context */
    public static TaskContext enter(TaskContext context) {
        // What belongs to no measure has a day or a round as its key.
        if (context.measureId() != null) {
            LogFields.put(LogFields.MEASURE, context.measureNumber());
        }
        LogFields.put(LogFields.MUNICIPALITY, context.municipality());
        LogFields.put(LogFields.TASK_KEY, context.taskKey());
        LogFields.put(LogFields.TASK_ID, context.taskId());
        return context;
    }
}
