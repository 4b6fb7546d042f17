package de.kreislaufstadt.gate;

import de.kreislaufstadt.gate.Round.Outcome;
import de.kreislaufstadt.gate.Signature.Result;
import de.kreislaufstadt.process.TaskContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Rounds of signatures. Of a round that has ended only one thing can change: that what was signed counts no longer. */
@Repository
class SignatureTable {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    SignatureTable(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a round; one that is still open is reset. */
    void open(TaskContext step, Round round) {
        jdbc.update(
                """
                with reset as (
                    update co_signature_round set ended_at = :now, outcome = 'RESET'
                    where municipality_id = :municipality and measure_id = :measure and ended_at is null)
                insert into co_signature_round
                    (id, municipality_id, measure_id, number, version, content_hash, additions, opened_at, ended_at, outcome)
                select :id, :municipality, :measure,
                    coalesce((select max(r.number) from co_signature_round r
                              where r.municipality_id = :municipality and r.measure_id = :measure), 0) + 1,
                    :version, :hash, :additions, :now, cast(:ended as timestamptz), :outcome
                """,
                measure(step.municipality(), step.measureId())
                        .addValue("id", round.id())
                        .addValue("version", round.version())
                        .addValue("hash", round.hash())
                        .addValue("additions", round.additions())
                        .addValue("now", Timestamp.from(clock.instant()))
                        .addValue("ended", round.outcome() == null ? null : Timestamp.from(clock.instant()))
                        .addValue(
                                "outcome",
                                round.outcome() == null ? null : round.outcome().name()));
        List<Signature> signatures = round.signatures();
        jdbc.batchUpdate(
                """
                insert into co_signature
                    (id, municipality_id, round_id, position, roles, department, result, remark, signed_by, signed_at)
                values (:id, :municipality, :round, :position, :roles, :department, :result, :remark, :by, :at)
                """,
                signatures.stream()
                        .map(signature -> new MapSqlParameterSource("id", signature.id())
                                .addValue("municipality", step.municipality())
                                .addValue("round", round.id())
                                .addValue("position", signature.position())
                                .addValue("roles", signature.roles().toArray(String[]::new))
                                .addValue("department", signature.department())
                                .addValue("result", name(signature.result()))
                                .addValue("remark", signature.remark())
                                .addValue("by", signature.signedBy())
                                .addValue("at", timestamp(signature)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @return the latest round about a measure */
    Optional<Round> latest(String municipality, UUID measureId) {
        return rounds(municipality, measureId).stream().reduce((earlier, later) -> later);
    }

    /** @return all rounds about a measure, the first one first */
    List<Round> rounds(String municipality, UUID measureId) {
        Map<UUID, Round> rounds = new LinkedHashMap<>();
        jdbc.query("""
                        select r.*, s.id as signature, s.position, s.roles, s.department, s.result, s.remark, s.signed_by,
                               s.signed_at
                        from co_signature_round r
                        left join co_signature s on s.municipality_id = r.municipality_id and s.round_id = r.id
                        where r.municipality_id = :municipality and r.measure_id = :measure
                        order by r.number, s.position
                        """, measure(municipality, measureId), SignatureTable::row)
                .forEach(row -> rounds.merge(row.id(), row, SignatureTable::joined));
        return List.copyOf(rounds.values());
    }

    /** Signs; a signature that is already given stays as it is. @return whether it was still missing */
    boolean sign(TaskContext task, UUID signature, Result result, String remark) {
        return jdbc.update(
                        """
                        update co_signature set result = :result, remark = :remark, signed_by = :by, deputy_for = :deputyFor,
                            signed_at = :now
                        where municipality_id = :municipality and id = :id and result is null
                        """,
                        new MapSqlParameterSource("municipality", task.municipality())
                                .addValue("id", signature)
                                .addValue("result", result.name())
                                .addValue("remark", remark)
                                .addValue("by", task.actor())
                                .addValue("deputyFor", task.deputyFor())
                                .addValue("now", Timestamp.from(clock.instant())))
                == 1;
    }

    /** What is missing when the time is over, stays missing. */
    void expire(String municipality, UUID round) {
        jdbc.update("""
                update co_signature set result = 'EXPIRED'
                where municipality_id = :municipality and round_id = :round and result is null
                """, new MapSqlParameterSource("municipality", municipality).addValue("round", round));
    }

    void end(String municipality, UUID round, Outcome outcome, String statement) {
        jdbc.update(
                """
                update co_signature_round set ended_at = :now, outcome = :outcome, statement = :statement
                where municipality_id = :municipality and id = :round and ended_at is null
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("round", round)
                        .addValue("outcome", outcome.name())
                        .addValue("statement", statement)
                        .addValue("now", Timestamp.from(clock.instant())));
    }

    /** What was signed to the end counts no longer, since it has changed before it was decided. */
    void reset(String municipality, UUID round) {
        jdbc.update("""
                update co_signature_round set outcome = 'RESET'
                where municipality_id = :municipality and id = :round and outcome = 'FORWARD'
                """, new MapSqlParameterSource("municipality", municipality).addValue("round", round));
    }

    /** Nobody needs to sign any more. */
    void endOpen(String municipality, UUID measureId) {
        jdbc.update("""
                update co_signature_round set ended_at = :now, outcome = 'ENDED'
                where municipality_id = :municipality and measure_id = :measure and ended_at is null
                """, measure(municipality, measureId).addValue("now", Timestamp.from(clock.instant())));
    }

    private static MapSqlParameterSource measure(String municipality, UUID measureId) {
        return new MapSqlParameterSource("municipality", municipality).addValue("measure", measureId);
    }

    private static String name(Result result) {
        return result == null ? null : result.name();
    }

    private static Timestamp timestamp(Signature signature) {
        return signature.signedAt() == null ? null : Timestamp.from(signature.signedAt());
    }

    private static Round joined(Round round, Round row) {
        List<Signature> all = new ArrayList<>(round.signatures());
        all.addAll(row.signatures());
        return new Round(
                round.id(),
                round.number(),
                round.version(),
                round.hash(),
                round.additions(),
                round.outcome(),
                round.statement(),
                all);
    }

    private static Round row(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        UUID signature = row.getObject("signature", UUID.class);
        return new Round(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("content_hash"),
                row.getString("additions"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("statement"),
                signature == null ? List.of() : List.of(signature(row, signature)));
    }

    private static Signature signature(ResultSet row, UUID id) throws SQLException {
        String result = row.getString("result");
        Timestamp at = row.getTimestamp("signed_at");
        return new Signature(
                id,
                row.getInt("position"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("department"),
                result == null ? null : Result.valueOf(result),
                row.getString("remark"),
                row.getString("signed_by"),
                at == null ? null : at.toInstant());
    }
}
