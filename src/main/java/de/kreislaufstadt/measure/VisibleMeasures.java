package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/**
 * Measures that members of departments lead, contribute to or may read. One rule for all of them and for one that is named, which is
 * looked up: to find it among all took a page of one measure as long as there are measures.
 */
@Repository
class VisibleMeasures {

    /** Roles whose holders work on every proposal, also before it is decided. */
    private static final List<String> READS_PROPOSALS = List.of("CLIMATE_UNIT", "COUNCIL_SERVICE");

    private final JdbcClient jdbc;
    private final DepartmentDirectory departments;
    private final Texts texts = Texts.of("measure");

    VisibleMeasures(JdbcClient jdbc, DepartmentDirectory departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    /** @return by number */
    List<Row> all(String municipality, List<String> ownDepartments, boolean everywhere) {
        return asked("", null, municipality, ownDepartments, everywhere).list();
    }

    Optional<Row> withNumber(String municipality, String number, List<String> ownDepartments, boolean everywhere) {
        return asked("and m.number = :wanted", number, municipality, ownDepartments, everywhere)
                .optional();
    }

    Optional<Row> withId(String municipality, UUID measure, List<String> ownDepartments, boolean everywhere) {
        return asked("and m.id = :wanted", measure, municipality, ownDepartments, everywhere)
                .optional();
    }

    private MappedQuerySpec<Row> asked(
            String condition, Object wanted, String municipality, List<String> ownDepartments, boolean everywhere) {
        boolean readsProposals = READS_PROPOSALS.stream()
                .flatMap(role -> departments.departmentWithRole(municipality, role).stream())
                .anyMatch(ownDepartments::contains);
        String[] decided = names(MeasureState::decided);
        // A proposal that was stopped before its decision is still one.
        String[] interrupted = names(MeasureState::interrupted);
        return jdbc.sql("""
                        select * from (
                            select m.id, m.number, m.state, m.lead, v.title,
                                   case when m.lead = any(:departments) then 'LEAD'
                                        when exists (select 1 from measure_contributing c
                                                     where c.municipality_id = m.municipality_id and c.version_id = v.id
                                                       and c.department = any(:departments)) then 'CONTRIBUTING'
                                        when :readsProposals or :everywhere or m.state = any(:decided)
                                             and (m.state <> all(:interrupted)
                                                  or exists (select from measure_state_change s
                                                             where s.municipality_id = m.municipality_id
                                                               and s.measure_id = m.id and s.to_state = any(:decided)
                                                               and s.to_state <> all(:interrupted)))
                                             then 'READER' end as role
                            from measure m
                            join lateral (select latest.id, latest.title from measure_version latest
                                          where latest.municipality_id = m.municipality_id
                                            and latest.measure_id = m.id
                                          order by latest.version desc limit 1) v on true
                            where m.municipality_id = :municipality and (cardinality(:departments) > 0 or :everywhere) %s) visible
                        where role is not null
                        order by split_part(number, '-', 1), cast(split_part(number, '-', 2) as integer)
                        """.formatted(condition))
                .param("municipality", municipality)
                .param("departments", ownDepartments.toArray(String[]::new))
                .param("decided", decided)
                .param("interrupted", interrupted)
                .param("readsProposals", readsProposals)
                .param("everywhere", everywhere)
                .param("wanted", wanted)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("state"),
                        texts.name("measure.state", MeasureState.valueOf(row.getString("state"))),
                        row.getString("lead"),
                        row.getString("role")));
    }

    private static String[] names(Predicate<MeasureState> condition) {
        return Stream.of(MeasureState.values())
                .filter(condition)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
