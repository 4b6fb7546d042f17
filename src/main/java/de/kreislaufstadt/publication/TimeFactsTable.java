package de.kreislaufstadt.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.released.TimeFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Time facts on their way to the public. */
@Repository
class TimeFactsTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TimeFactsTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A quarter.
     *
     * @param draftedBy engine user id, as in the following
     * @param deputyFor in whose place it was drafted; null where in nobody's
     * @param releasedAt null until it is released
     */
    record Draft(
            LocalDate quarter,
            TimeFacts facts,
            String draftedBy,
            String deputyFor,
            Instant draftedAt,
            Instant releasedAt) {}

    List<Draft> all(String municipality) {
        return jdbc.sql("select * from time_facts_draft where municipality_id = :municipality order by quarter desc")
                .param("municipality", municipality)
                .query(this::draft)
                .list();
    }

    /** Keeps whoever comes at the same moment waiting. */
    Optional<Draft> lock(String municipality, LocalDate quarter) {
        return jdbc.sql("""
                        select * from time_facts_draft
                        where municipality_id = :municipality and quarter = :quarter for update
                        """)
                .param("municipality", municipality)
                .param("quarter", quarter)
                .query(this::draft)
                .optional();
    }

    void draft(String municipality, Draft draft) {
        jdbc.sql("""
                        insert into time_facts_draft (municipality_id, quarter, content, drafted_by, deputy_for_by, drafted_at)
                        values (:municipality, :quarter, cast(:content as jsonb), :by, :deputyFor, :at)
                        on conflict (municipality_id, quarter) do update
                        set content = excluded.content, drafted_by = excluded.drafted_by,
                            deputy_for_by = excluded.deputy_for_by, drafted_at = excluded.drafted_at
                        """)
                .param("municipality", municipality)
                .param("quarter", draft.quarter())
                .param("content", written(draft.facts()))
                .param("by", draft.draftedBy())
                .param("deputyFor", draft.deputyFor())
                .param("at", Timestamp.from(draft.draftedAt()))
                .update();
    }

    void released(String municipality, LocalDate quarter, String by, Instant at) {
        jdbc.sql("""
                        update time_facts_draft set released_by = :by, released_at = :at
                        where municipality_id = :municipality and quarter = :quarter
                        """)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("municipality", municipality)
                .param("quarter", quarter)
                .update();
    }

    private Draft draft(ResultSet row, int index) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new Draft(
                row.getObject("quarter", LocalDate.class),
                read(row.getString("content")),
                row.getString("drafted_by"),
                row.getString("deputy_for_by"),
                row.getTimestamp("drafted_at").toInstant(),
                released == null ? null : released.toInstant());
    }

    private String written(TimeFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Time facts cannot be written", e);
        }
    }

    private TimeFacts read(String text) {
        try {
            return json.readValue(text, TimeFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Kept time facts cannot be read", e);
        }
    }
}
