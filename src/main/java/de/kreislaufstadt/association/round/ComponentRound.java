package de.kreislaufstadt.association.round;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A round of a component.
 *
 * @param number counted per component from 1
 * @param completion null until it is drafted
 * @param share percent of the members whose answers close it, 1 to 100; null unless {@link Completion#SHARE}
 * @param commentsUntil last day on which members may answer; null until it is drafted
 * @param instance engine's id of its process
 * @param changeSummary what changes against the version before; null until it is drafted
 * @param returnReason why it was returned last; null if it never was
 * @param closedBy null while members may answer
 */
public record ComponentRound(
        UUID id,
        ModelComponent component,
        int number,
        RoundState state,
        Completion completion,
        Integer share,
        LocalDate commentsUntil,
        String instance,
        String changeSummary,
        String returnReason,
        String cancelReason,
        ClosedBy closedBy,
        LocalDate begunOn,
        LocalDate endedOn) {

    private static final String PREFIX = "MA-";

    /** @return business key of its processes, e.g. {@code MA-STRATEGY-2} */
    public String key() {
        return key(component, number);
    }

    static String key(ModelComponent component, int number) {
        return PREFIX + component + "-" + number;
    }
}
