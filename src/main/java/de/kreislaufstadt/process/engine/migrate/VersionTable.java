package de.kreislaufstadt.process.engine.migrate;

import de.kreislaufstadt.process.ModelVersions.Running;
import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.process.engine.model.ModelNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions and their instances, read from the engine's tables in one statement each. */
@Repository
class VersionTable {

    private static final String VERSIONS = """
            select v.* from (
                select d.id_, d.key_, d.name_, d.version_, d.tenant_id_, p.deploy_time_, coalesce(r.running, 0) as running,
                       d.version_ = max(d.version_) over (partition by d.key_, d.tenant_id_) as newest
                from camunda.act_re_procdef d
                join camunda.act_re_deployment p on p.id_ = d.deployment_id_
                left join (select i.proc_def_id_, count(*) as running from camunda.act_ru_execution i
                           where i.parent_id_ is null group by i.proc_def_id_) r on r.proc_def_id_ = d.id_) v
            """;

    private static final String RUNNING = """
            select i.id_, i.tenant_id_, i.business_key_, v.text_ as measure
            from camunda.act_ru_execution i
            left join camunda.act_ru_variable v on v.var_scope_ = i.id_ and v.name_ = 'measureId'
            where i.proc_def_id_ = :id and i.parent_id_ is null and i.tenant_id_ is not null
            order by i.tenant_id_, i.business_key_, i.id_
            """;

    /** Asked in SQL: the engine refuses to answer about an instance that has ended, and takes the transaction with it. */
    private static final String STEPS = """
            select distinct e.act_id_ from camunda.act_ru_execution e
            where e.proc_inst_id_ = :instance and e.is_active_ and not e.is_event_scope_ and e.act_id_ is not null
            order by 1
            """;

    private final JdbcClient jdbc;
    private final ModelNames names;

    VersionTable(JdbcClient jdbc, ModelNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<Version> all() {
        return jdbc.sql(VERSIONS + " where v.newest or v.running > 0"
                        + " order by v.key_, v.tenant_id_ nulls first, v.version_ desc")
                .query(this::version)
                .list();
    }

    List<Version> withId(String id) {
        return jdbc.sql(VERSIONS + " where v.id_ = :id")
                .param("id", id)
                .query(this::version)
                .list();
    }

    List<Running> on(String id) {
        return jdbc.sql(RUNNING)
                .param("id", id)
                .query((row, number) -> new Running(
                        row.getString("id_"),
                        row.getString("tenant_id_"),
                        row.getString("business_key_"),
                        row.getString("measure") == null ? null : UUID.fromString(row.getString("measure"))))
                .list();
    }

    List<String> steps(String instance) {
        return jdbc.sql(STEPS).param("instance", instance).query(String.class).list();
    }

    private Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("id_"),
                row.getString("key_"),
                names.process(row.getString("key_"), row.getString("name_")),
                row.getInt("version_"),
                row.getString("tenant_id_"),
                row.getTimestamp("deploy_time_").toInstant(),
                row.getLong("running"),
                row.getBoolean("newest"));
    }
}
