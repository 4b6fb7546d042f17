package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports as such: what was said about them, and how far they are. */
@Repository
class RunTable {

    /** How long nobody else takes over what a node works on, from its last sign on. */
    static final String TRUSTED = "now() + interval '5 minutes'";

    private static final String ONE = " where municipality_id = :municipality and id = :id";

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, ImportSettings settings, Encoding encoding, String by, Instant at, LocalDate deleteOn) {
        jdbc.sql("""
                        insert into import_run (id, municipality_id, source_document, place, source_as_of, lead_department, begin_on,
                            budget_relation, spatial_scope, reached_state, encoding, file_names, stage, total, begun_by, begun_at,
                            delete_on)
                        values (:id, :municipality, :document, :place, :asOf, :lead, :begin, :budget, :scope, :state, :encoding, '',
                            'OPEN', 0, :by, :at, :deleteOn)
                        """)
                .param("id", id)
                .param("municipality", settings.city().key())
                .param("document", settings.source().document())
                .param("place", settings.source().place())
                .param("asOf", settings.source().asOf())
                .param("lead", settings.lead())
                .param("begin", settings.begin())
                .param("budget", settings.budgetRelation().name())
                .param("scope", settings.scope().name())
                .param("state", settings.state().name())
                .param("encoding", encoding == null ? null : encoding.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("deleteOn", deleteOn)
                .update();
    }

    Optional<ImportRun> find(String municipality, UUID id) {
        return jdbc.sql("select * from import_run" + ONE)
                .param("municipality", municipality)
                .param("id", id)
                .query((row, i) -> run(row))
                .optional();
    }

    List<ImportRun> latest(String municipality, int most) {
        return jdbc.sql("select * from import_run where municipality_id = :municipality"
                        + " order by begun_at desc, id limit :most")
                .param("municipality", municipality)
                .param("most", most)
                .query((row, i) -> run(row))
                .list();
    }

    /** @return number of imports of all municipalities that a node works on or should */
    long underWay() {
        return jdbc.sql("select count(*) from import_run where stage in ('PLANNING', 'APPLYING')")
                .query(Long.class)
                .single();
    }

    /** @return whether the import was in one of these stages, and is in the next now */
    boolean move(String municipality, UUID id, Collection<Stage> from, Stage to) {
        return jdbc.sql("update import_run set stage = :to, done = 0, stop_wanted = false, problems = null,"
                                + " worked_until = null" + ONE + " and stage in (:from)")
                        .param("municipality", municipality)
                        .param("id", id)
                        .param("to", to.name())
                        .param("from", from.stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    void declare(String municipality, UUID id, Encoding encoding) {
        jdbc.sql("update import_run set encoding = :encoding" + ONE)
                .param("municipality", municipality)
                .param("id", id)
                .param("encoding", encoding == null ? null : encoding.name())
                .update();
    }

    void name(String municipality, UUID id, List<String> files) {
        jdbc.sql("update import_run set file_names = left(:files, 2000)" + ONE)
                .param("municipality", municipality)
                .param("id", id)
                .param("files", String.join("\n", files))
                .update();
    }

    void appliedBy(String municipality, UUID id, String by) {
        jdbc.sql("update import_run set applied_by = :by" + ONE)
                .param("municipality", municipality)
                .param("id", id)
                .param("by", by)
                .update();
    }

    void wantStop(String municipality, UUID id) {
        jdbc.sql("update import_run set stop_wanted = true" + ONE)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    /**
     * Belongs into a transaction: nodes take one after the other. Of a city only one import is worked on at a time, since two
     * that bring the same measures would both create them.
     *
     * @return the next import of any city that no living node works on; it is this node's from now on
     */
    Optional<ImportRun> take() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('import_run'))")
                .query((row, i) -> true)
                .single();
        return jdbc.sql("update import_run set worked_until = " + TRUSTED + """
                         where (municipality_id, id) = (select r.municipality_id, r.id from import_run r
                            where r.stage in ('PLANNING', 'APPLYING') and r.lead_department is not null and (r.worked_until is null or r.worked_until < now())
                              and not exists (select from import_run o
                                  where o.municipality_id = r.municipality_id and o.worked_until >= now())
                            order by r.begun_at limit 1)
                        returning *
                        """)
                .query((row, i) -> run(row))
                .optional();
    }

    /** Says that this node is still at work. @return whether somebody wants it to stop */
    boolean told(ImportRun run, int done, int total) {
        return jdbc.sql("update import_run set done = :done, total = :total, worked_until = " + TRUSTED + ONE
                        + " returning stop_wanted")
                .param("municipality", run.municipality())
                .param("id", run.id())
                .param("done", done)
                .param("total", total)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Ends what a command has left that died: nobody can go on with it, since its files were never here. */
    void endDead(String municipality) {
        jdbc.sql("update import_run set stage = 'STOPPED', worked_until = null, finished_at = now()"
                        + " where municipality_id = :municipality and stage = 'APPLYING' and lead_department is null"
                        + " and worked_until < now()")
                .param("municipality", municipality)
                .update();
    }

    /** Leaves an import to whoever looks next. */
    void leave(ImportRun run) {
        jdbc.sql("update import_run set worked_until = null" + ONE)
                .param("municipality", run.municipality())
                .param("id", run.id())
                .update();
    }

    /** @param problems why its files cannot be read, as JSON; null if that is not why */
    void end(ImportRun run, Stage stage, String problems, Instant at, LocalDate deleteOn) {
        jdbc.sql("update import_run set stage = :stage, problems = cast(:problems as jsonb), worked_until = null,"
                        + " stop_wanted = false, finished_at = case when :over then cast(:at as timestamptz) end,"
                        + " delete_on = :deleteOn" + ONE)
                .param("municipality", run.municipality())
                .param("id", run.id())
                .param("stage", stage.name())
                .param("problems", problems)
                .param("over", stage.isOver())
                .param("at", Timestamp.from(at))
                .param("deleteOn", deleteOn)
                .update();
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                new Source(
                        row.getString("source_document"),
                        row.getString("place"),
                        row.getObject("source_as_of", LocalDate.class),
                        null),
                row.getString("lead_department"),
                row.getObject("begin_on", LocalDate.class),
                choice(BudgetRelation.class, row.getString("budget_relation")),
                choice(SpatialScope.class, row.getString("spatial_scope")),
                choice(MeasureState.class, row.getString("reached_state")),
                choice(Encoding.class, row.getString("encoding")),
                row.getString("file_names"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("total"),
                row.getInt("done"),
                row.getBoolean("stop_wanted"),
                row.getString("problems"),
                row.getString("begun_by"),
                row.getString("applied_by"),
                row.getTimestamp("begun_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String name) {
        return name == null ? null : Enum.valueOf(choices, name);
    }
}
