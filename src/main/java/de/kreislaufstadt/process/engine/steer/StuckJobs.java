package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.engine.people.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs of measures that have failed: those nobody will try again, and those that wait for their next try. */
@Repository
class StuckJobs {

    private static final String SELECT = """
            select j.id_, j.tenant_id_, j.retries_, j.duedate_, j.process_def_id_, d.key_, d.version_, b.act_id_,
                   x.incident_timestamp_, i.business_key_, v.text_ as measure, w.text_ as lead
            from camunda.act_ru_job j
            join camunda.act_ru_execution i on i.id_ = j.process_instance_id_
            join camunda.act_re_procdef d on d.id_ = j.process_def_id_
            join camunda.act_ru_variable v on v.var_scope_ = j.process_instance_id_ and v.name_ = 'measureId'
            left join camunda.act_ru_variable w on w.var_scope_ = j.process_instance_id_ and w.name_ = 'lead'
            left join camunda.act_ru_jobdef b on b.id_ = j.job_def_id_
            left join camunda.act_ru_incident x on x.configuration_ = j.id_
            where j.tenant_id_ = :municipality
            """;

    private final JdbcClient jdbc;
    private final ManagementService management;

    StuckJobs(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    /**
     * A job that has failed.
     *
     * @param activity id of the step it belongs to, null where the engine does not say
     * @param since when it was given up; null where it will be tried again
     * @param next when it is tried again; null where it is not
     */
    record Stuck(
            String id,
            String municipality,
            String process,
            String definition,
            int version,
            String activity,
            UUID measure,
            String number,
            String lead,
            boolean givenUp,
            Instant since,
            Instant next) {}

    /** @return the failed jobs of a measure, those that were given up first */
    List<Stuck> ofMeasure(String municipality, String number) {
        return jdbc.sql(SELECT
                        + " and i.business_key_ = :number and (j.retries_ = 0 or j.exception_stack_id_ is not null)"
                        + " order by j.retries_ > 0, x.incident_timestamp_, j.id_")
                .param("municipality", municipality)
                .param("number", number)
                .query(StuckJobs::stuck)
                .list();
    }

    Optional<Stuck> find(String municipality, String id) {
        return jdbc.sql(SELECT + " and j.id_ = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(StuckJobs::stuck)
                .optional();
    }

    JobCause causeOf(Stuck job) {
        return JobCause.in(SignedIn.asSystem(() -> management.getJobExceptionStacktrace(job.id())));
    }

    private static Stuck stuck(ResultSet row, int number) throws SQLException {
        boolean givenUp = row.getInt("retries_") == 0;
        return new Stuck(
                row.getString("id_"),
                row.getString("tenant_id_"),
                row.getString("key_"),
                row.getString("process_def_id_"),
                row.getInt("version_"),
                row.getString("act_id_"),
                UUID.fromString(row.getString("measure")),
                row.getString("business_key_"),
                row.getString("lead"),
                givenUp,
                givenUp ? moment(row.getTimestamp("incident_timestamp_")) : null,
                givenUp ? null : moment(row.getTimestamp("duedate_")));
    }

    private static Instant moment(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
