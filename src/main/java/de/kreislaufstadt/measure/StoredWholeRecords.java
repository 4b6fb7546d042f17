package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what several tables keep of a measure. */
@Repository
class StoredWholeRecords implements WholeRecords {

    /** Where nobody but the product has said what a version says: it changed hands. */
    private static final String OWN_DOCUMENT = Texts.of("measure").german("measure.source.leadChanged");

    private final JdbcClient jdbc;
    private final VersionReader versions;
    private final GateTable gates;
    private final StatusReports reports;

    StoredWholeRecords(JdbcClient jdbc, VersionReader versions, GateTable gates, StatusReports reports) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.gates = gates;
        this.reports = reports;
    }

    private record Head(String number, String lead, MeasureState state, String stateReason, String mergedInto) {}

    private record Condition(UUID decision, String text) {}

    @Override
    public WholeRecord of(String municipality, UUID measureId) {
        Head head = jdbc.sql("""
                        select m.number, m.lead, m.state, m.state_reason, other.number as merged_into
                        from measure m
                        left join measure other on other.municipality_id = m.municipality_id and other.id = m.merged_into
                        where m.municipality_id = :municipality and m.id = :id
                        """)
                .param("municipality", municipality)
                .param("id", measureId)
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No measure " + measureId));
        return new WholeRecord(
                measureId,
                head.number(),
                head.lead(),
                head.state(),
                head.stateReason(),
                head.mergedInto(),
                versions.all(municipality, measureId).stream()
                        .map(version -> new SaidThen(
                                version.version(),
                                version.record(),
                                version.source(),
                                !OWN_DOCUMENT.equals(version.source().document()),
                                version.createdAt()))
                        .toList(),
                decisions(municipality, measureId),
                reports.of(municipality, measureId),
                evaluation(municipality, measureId));
    }

    @Override
    public List<UUID> decided(String municipality) {
        return jdbc.sql("""
                        select m.id from measure m
                        where m.municipality_id = :municipality and exists (
                            select from measure_state_change c
                            where c.municipality_id = m.municipality_id and c.measure_id = m.id
                              and c.to_state in ('DECIDED', 'KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS',
                                                 'IMPLEMENTATION', 'EVALUATION', 'COMPLETED', 'REJECTED'))
                        order by m.number
                        """)
                .param("municipality", municipality)
                .query(UUID.class)
                .list();
    }

    private List<Decided> decisions(String municipality, UUID measureId) {
        Map<UUID, List<String>> conditions = new HashMap<>();
        jdbc.sql("""
                        select decision_id as decision, text from decision_condition
                        where municipality_id = :municipality and measure_id = :measure order by position
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Condition.class)
                .list()
                .forEach(one -> conditions.merge(
                        one.decision(),
                        List.of(one.text()),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return gates.decisions(municipality, measureId).stream()
                .map(taken -> new Decided(
                        taken.decision(),
                        taken.preliminary(),
                        Stream.concat(
                                        Stream.ofNullable(taken.decision().conditions()),
                                        conditions.getOrDefault(taken.id(), List.of()).stream())
                                .toList()))
                .toList();
    }

    private Optional<Evaluated> evaluation(String municipality, UUID measureId) {
        record Row(UUID id, String summary, LocalDate releasedOn) {}
        return jdbc.sql("""
                        select e.id, e.summary, (r.created_at at time zone 'Europe/Berlin')::date as released_on
                        from measure_evaluation e
                        join measure_evaluation_review r on r.municipality_id = e.municipality_id and r.evaluation_id = e.id
                        where e.municipality_id = :municipality and e.measure_id = :measure and r.result = 'RELEASE'
                        order by r.created_at desc limit 1
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Row.class)
                .optional()
                .map(row -> new Evaluated(row.releasedOn(), row.summary(), goals(municipality, row.id())));
    }

    private List<ReachedGoal> goals(String municipality, UUID evaluation) {
        return jdbc.sql("""
                        select goal, result, explanation from measure_evaluation_goal
                        where municipality_id = :municipality and evaluation_id = :evaluation order by position
                        """)
                .param("municipality", municipality)
                .param("evaluation", evaluation)
                .query(ReachedGoal.class)
                .list();
    }
}
