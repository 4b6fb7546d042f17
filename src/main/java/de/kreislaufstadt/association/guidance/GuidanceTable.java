package de.kreislaufstadt.association.guidance;

import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of the components hold, and which of them a city has contents of its own for. */
@Component
class GuidanceTable {

    /** The newest version that is not withdrawn, beside the city's newest word where it says that it has adopted something. */
    private static final String HOLDING = """
            with published as (
                select distinct on (component) component, version, adopted_on, adopted_by
                from component_version where withdrawn_on is null order by component, version desc),
            said as (
                select distinct on (component) component, progress, as_of
                from component_standing where municipality_id = :municipality order by component, number desc)
            select component, p.version, p.adopted_on, p.adopted_by, s.as_of as own_since, %s as state
            from published p
            full join (select component, as_of from said where progress = 'ADOPTED') s using (component)
            """;

    private final JdbcClient jdbc;

    GuidanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A component that there is something to read of.
     *
     * @param version null where none is published, as are day and organisation
     * @param ownSince null where the city has not adopted contents of its own
     * @param state of the measure that was asked for; null where none was, or there is no such measure
     */
    record Holding(
            ModelComponent component,
            Integer version,
            LocalDate adoptedOn,
            String adoptedBy,
            LocalDate ownSince,
            MeasureState state) {}

    /** @param content in the city's words; null where it has entered none */
    record Own(LocalDate asOf, String content, Integer builtOn, String source) {}

    List<Holding> of(String municipality) {
        return jdbc.sql(HOLDING.formatted("cast(null as text)"))
                .param("municipality", municipality)
                .query(Holding.class)
                .list();
    }

    List<Holding> ofMeasure(String municipality, UUID measure) {
        return jdbc.sql(HOLDING.formatted(
                        "(select m.state from measure m where m.municipality_id = :municipality and m.id = :measure)"))
                .param("municipality", municipality)
                .param("measure", measure)
                .query(Holding.class)
                .list();
    }

    /** @return what the city has adopted of a component; empty unless its newest word says so */
    Optional<Own> own(String municipality, ModelComponent component) {
        return jdbc.sql("""
                        select as_of, content, built_on, source
                        from (select as_of, content, built_on, source, progress from component_standing
                              where municipality_id = :municipality and component = :component
                              order by number desc limit 1) newest
                        where progress = 'ADOPTED'
                        """)
                .param("municipality", municipality)
                .param("component", component.name())
                .query(Own.class)
                .optional();
    }
}
