package de.kreislaufstadt.observation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/**
 * What every line of the log says beside its text while a thread works for a request or a job: which work it belongs to, and
 * never who does it. Whoever gives a thread its work clears the fields when it is done.
 */
public final class LogFields {

    /** Number of the measure. */
    public static final String MEASURE = "measure";

    /** Id of the municipality (tenant). The engine sets it, too, while it goes through a process. */
    public static final String MUNICIPALITY = "municipality";

    /** Id of the user or service task in its model. */
    public static final String TASK_KEY = "taskKey";

    /** The engine's id of the user task. */
    public static final String TASK_ID = "taskId";

    /** The engine's id of the job. */
    public static final String JOB_ID = "jobId";

    /** What joins the lines of one request or one job: the id of its trace, where traces are on. */
    public static final String TRACE_ID = "traceId";

    private static final List<String> ALL = List.of(MEASURE, MUNICIPALITY, TASK_KEY, TASK_ID, JOB_ID);

    private LogFields() {}

    /** @param value nothing is said where it is null */
    public static void put(String field, String value) {
        if (value != null) {
            MDC.put(field, value);
        }
    }

    /** @return what is said now, without the trace */
    public static Map<String, String> current() {
        Map<String, String> fields = new HashMap<>();
        for (String field : ALL) {
            String value = MDC.get(field);
            if (value != null) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    /**
     * Gives the thread's work an id of its own, unless it has one from a trace.
     *
     * @return whether it was given here, and has to be taken away here
     */
    public static boolean beginTrace() {
        if (MDC.get(TRACE_ID) != null) {
            return false;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        MDC.put(TRACE_ID, "%016x%016x".formatted(random.nextLong(), random.nextLong()));
        return true;
    }

    /** Forgets an id that {@link #beginTrace} has given. */
    public static void endTrace() {
        MDC.remove(TRACE_ID);
    }

    /** Forgets all but the trace. */
    public static void clear() {
        ALL.forEach(MDC::remove);
    }
}
