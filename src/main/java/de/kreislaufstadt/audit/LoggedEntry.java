package de.kreislaufstadt.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code audit_entry}.
 *
 * @param position number in the log of the municipality, from 1, without gaps
 * @param actor token of who did it; null for the product
 * @param deputyFor token of in whose place
 * @param deputyRole group of heads in whose place
 * @param parts number of its values
 * @param partsHash hash over the hashes of its values
 */
record LoggedEntry(
        String municipality,
        long position,
        UUID measure,
        String kind,
        String process,
        String task,
        String taskId,
        String item,
        UUID actor,
        String role,
        UUID deputyFor,
        String deputyRole,
        Instant at,
        Integer modelVersion,
        int parts,
        byte[] partsHash,
        byte[] hash) {

    static LoggedEntry of(ResultSet row) throws SQLException {
        return new LoggedEntry(
                row.getString("municipality_id"),
                row.getLong("position"),
                row.getObject("measure_id", UUID.class),
                row.getString("kind"),
                row.getString("process_key"),
                row.getString("task_key"),
                row.getString("task_id"),
                row.getString("item"),
                row.getObject("actor", UUID.class),
                row.getString("role"),
                row.getObject("deputy_for", UUID.class),
                row.getString("deputy_role"),
                row.getTimestamp("happened_at").toInstant(),
                row.getObject("model_version", Integer.class),
                row.getInt("parts"),
                row.getBytes("parts_hash"),
                row.getBytes("hash"));
    }
}
