package de.kreislaufstadt.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gates a proposal passes: reviews and decisions, each kept in their order. */
@Repository
class GateTable {

    private final JdbcClient jdbc;

    GateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision as it is stored.
     *
     * @param review the review that has set the bodies; null for decisions taken over
     * @param preliminary whether another body follows
     */
    record Taken(UUID id, UUID review, MeasureDecision decision, boolean preliminary) {}

    /** @return id of the row */
    UUID addReview(String municipality, UUID measureId, ReviewForm review, String reviewer) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into measure_review (id, municipality_id, measure_id, result, body, note, reviewed_by)
                        values (:id, :municipality, :measure, :result, :body, :note, :reviewer)
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("result", review.result().name())
                .param("body", review.body() == null ? null : review.body().name())
                .param("note", review.note())
                .param("reviewer", reviewer)
                .update();
        return id;
    }

    /**
     * @param turn whose turn it was
     * @param override why it was approved although signatures are missing; null where none are
     * @return id of the row
     */
    UUID addDecision(
            String municipality,
            UUID measureId,
            MeasureDecision decision,
            Consultations.Turn turn,
            String override,
            String recorder) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into measure_decision (id, municipality_id, measure_id, position, body, decided_on, result,
                            phases, conditions, reason, deferred_until, paper_number, review_id, preliminary, override_reason, recorded_by)
                        select :id, :municipality, :measure,
                            coalesce((select max(d.position) from measure_decision d
                                      where d.municipality_id = :municipality and d.measure_id = :measure), 0) + 1,
                            :body, :decidedOn, :result, :phases, :conditions, :reason,
                            cast(:deferredUntil as date), :paperNumber, cast(:review as uuid), :preliminary, :override, :recorder
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("body", decision.body())
                .param("decidedOn", decision.decidedOn())
                .param("result", decision.result().name())
                .param("phases", decision.phases().stream().map(Enum::name).toArray(String[]::new))
                .param("conditions", decision.conditions())
                .param("reason", decision.reason())
                .param("deferredUntil", decision.deferredUntil())
                .param("paperNumber", decision.paperNumber())
                .param("review", turn.review())
                .param("preliminary", decision.result() == DecisionResult.APPROVE && turn.preliminary())
                .param("override", override)
                .param("recorder", recorder)
                .update();
        return id;
    }

    /** @return the decisions about a measure, the first one first */
    List<Taken> decisions(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select * from measure_decision
                        where municipality_id = :municipality and measure_id = :measure order by position
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(GateTable::taken)
                .list();
    }

    /** @return the decisions about these measures, the first one first, by the id of the measure; in one statement */
    Map<UUID, List<MeasureDecision>> decisions(String municipality, Collection<UUID> measures) {
        Map<UUID, List<MeasureDecision>> decisions = new HashMap<>();
        jdbc.sql("select * from measure_decision where municipality_id = :municipality and measure_id = any(:measures)"
                        + " order by position")
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(row -> {
                    decisions
                            .computeIfAbsent(row.getObject("measure_id", UUID.class), id -> new ArrayList<>())
                            .add(decision(row));
                });
        return decisions;
    }

    /** @return what the latest review or decision that sent the proposal back asks for */
    Optional<String> reworkRequest(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select request from (
                            select note as request, created_at from measure_review
                            where municipality_id = :municipality and measure_id = :measure and result = 'REWORK'
                            union all
                            select concat_ws(E'\\n', reason, conditions), created_at from measure_decision
                            where municipality_id = :municipality and measure_id = :measure and result = 'REWORK'
                        ) requests order by created_at desc limit 1
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(String.class)
                .optional();
    }

    private static Taken taken(ResultSet row, int index) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("review_id", UUID.class),
                decision(row),
                row.getBoolean("preliminary"));
    }

    private static MeasureDecision decision(ResultSet row) throws SQLException {
        return new MeasureDecision(
                row.getString("body"),
                row.getObject("decided_on", LocalDate.class),
                DecisionResult.valueOf(row.getString("result")),
                Arrays.stream((String[]) row.getArray("phases").getArray())
                        .map(Phase::valueOf)
                        .toList(),
                row.getString("conditions"),
                row.getString("reason"),
                row.getObject("deferred_until", LocalDate.class),
                row.getString("paper_number"));
    }
}
