package de.kreislaufstadt.starterproject;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bodies that consult about a proposed selection before the council decides, in the order that the proposal has set. */
@Repository
class SelectionBodies {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    SelectionBodies(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * A body that has agreed to the proposal in its consultation.
     *
     * @param decision row of its decision
     */
    record Agreed(UUID decision, String body, LocalDate decidedOn, String paperNumber) {}

    /**
     * Where a proposal stands among the bodies.
     *
     * @param bodies all that consult before the last one
     * @param agreed those that have
     */
    record Turn(List<String> bodies, List<Agreed> agreed) {

        /** Nobody consults before a head decides. */
        static final Turn ALONE = new Turn(List.of(), List.of());

        /** @return bodies that have yet to consult; the first of them is on */
        List<String> ahead() {
            return bodies.subList(Math.min(agreed.size(), bodies.size()), bodies.size());
        }

        /** @return the body that consults next; empty where the last one decides */
        Optional<String> next() {
            return ahead().stream().findFirst();
        }

        Optional<Agreed> last() {
            return agreed.stream().reduce((earlier, later) -> later);
        }
    }

    void add(String municipality, UUID proposal, List<String> bodies) {
        batch.batchUpdate(
                """
                insert into selection_consultation (municipality_id, proposal_id, position, body)
                values (:municipality, :proposal, :position, :body)
                """,
                IntStream.range(0, bodies.size())
                        .mapToObj(i -> new MapSqlParameterSource("municipality", municipality)
                                .addValue("proposal", proposal)
                                .addValue("position", i + 1)
                                .addValue("body", bodies.get(i)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @return whose turn it is about a proposal */
    Turn turn(String municipality, UUID proposal) {
        List<Agreed> all = jdbc.sql("""
                        select decision, body, decided_on, paper_number from (
                            select cast(null as uuid) as decision, position, body, cast(null as date) as decided_on,
                                   cast(null as text) as paper_number
                            from selection_consultation
                            where municipality_id = :municipality and proposal_id = :proposal
                            union all
                            select id, position, body_name, decided_on, paper_number from selection_decision
                            where municipality_id = :municipality and proposal_id = :proposal and preliminary) bodies
                        order by position
                        """)
                .param("municipality", municipality)
                .param("proposal", proposal)
                .query(Agreed.class)
                .list();
        return new Turn(
                all.stream()
                        .filter(planned -> planned.decision() == null)
                        .map(Agreed::body)
                        .toList(),
                all.stream().filter(agreed -> agreed.decision() != null).toList());
    }
}
