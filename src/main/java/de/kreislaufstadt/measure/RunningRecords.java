package de.kreislaufstadt.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads records for other modules. */
@Repository
class RunningRecords implements MeasureRecords {

    private static final Set<MeasureState> RUNNING = EnumSet.of(
            MeasureState.DECIDED,
            MeasureState.KNOWLEDGE,
            MeasureState.STATUS_QUO,
            MeasureState.WORKSHOPS,
            MeasureState.STARTER_PROJECTS,
            MeasureState.IMPLEMENTATION,
            MeasureState.EVALUATION,
            MeasureState.PAUSED);

    private final JdbcClient jdbc;
    private final VersionReader versions;
    private final Outlines outlines;

    RunningRecords(JdbcClient jdbc, VersionReader versions, Outlines outlines) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.outlines = outlines;
    }

    @Override
    public List<Standing> running(String municipality) {
        return jdbc.sql("""
                        select m.id, m.number, v.title, m.lead, m.state, m.state_reason as reason
                        from measure m
                        join lateral (select latest.title from measure_version latest
                                      where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                                      order by latest.version desc limit 1) v on true
                        where m.municipality_id = :municipality and m.state = any(:states)
                        order by split_part(m.number, '-', 1), cast(split_part(m.number, '-', 2) as integer)
                        """)
                .param("municipality", municipality)
                .param("states", RUNNING.stream().map(Enum::name).toArray(String[]::new))
                .query(Standing.class)
                .list();
    }

    @Override
    public Current current(String municipality, UUID measureId) {
        Version version = versions.current(municipality, measureId);
        return new Current(version.version(), version.lead(), version.record());
    }

    @Override
    public ActionOutline outline(String municipality, UUID measureId) {
        return outlines.of(municipality, measureId);
    }
}
