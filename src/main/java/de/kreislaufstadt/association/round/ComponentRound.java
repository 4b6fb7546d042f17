package de.kreislaufstadt.association.round;

import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /**
     * @param row of {@code component_round}, with all its columns
     * @return the round
     * @throws SQLException if a column is missing
     */
    public static ComponentRound of(ResultSet row) throws SQLException {
        String completion = row.getString("completion");
        String closedBy = row.getString("closed_by");
        return new ComponentRound(
                row.getObject("id", UUID.class),
                ModelComponent.valueOf(row.getString("component")),
                row.getInt("number"),
                RoundState.valueOf(row.getString("state")),
                completion == null ? null : Completion.valueOf(completion),
                row.getObject("share", Integer.class),
                row.getObject("comments_until", LocalDate.class),
                row.getString("instance_id"),
                row.getString("change_summary"),
                row.getString("return_reason"),
                row.getString("cancel_reason"),
                closedBy == null ? null : ClosedBy.valueOf(closedBy),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }

    static String key(ModelComponent component, int number) {
        return PREFIX + component + "-" + number;
    }
}
