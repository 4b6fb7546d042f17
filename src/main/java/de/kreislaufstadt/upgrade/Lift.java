package de.kreislaufstadt.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One run in which instances are lifted, or tried, and what has become of each of them. */
record Lift(Run run, List<Item> items) {

    /**
     * How far a run is.
     *
     * @param trial whether nothing is changed by it
     * @param process key of the process
     * @param to engine's id of the newer version
     * @param begunBy engine user id of who began it
     * @param finishedAt null as long as something is open
     * @param done instances that were lifted, or of a dry run those that could be
     * @param refused instances that stay where they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            UUID id,
            boolean trial,
            String process,
            String from,
            int fromVersion,
            String to,
            int toVersion,
            String begunBy,
            Instant begunAt,
            Instant finishedAt,
            int total,
            int done,
            int refused,
            int leftOut,
            int open) {}

    /**
     * An instance in a run.
     *
     * @param businessKey number of the measure, or key of what else it is about
     * @param state {@code OPEN}, {@code DONE}, {@code REFUSED} or {@code LEFT_OUT}
     * @param steps ids of the elements at which it stands
     * @param problem key of the message that says why it stays; null unless it was refused
     * @param inTheWay ids of the elements that are the reason
     */
    record Item(
            String instance,
            String municipality,
            String businessKey,
            String state,
            List<String> steps,
            String problem,
            List<String> inTheWay) {}
}
