package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.ImportRun.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports from the command line, which somebody has planned and looked at outside of this system. */
@Repository
class CommandRuns {

    private static final String ONE = " where municipality_id = :municipality and id = :id";

    private final JdbcClient jdbc;
    private final RunTable runs;

    CommandRuns(JdbcClient jdbc, RunTable runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    /**
     * Begins to apply an import.
     *
     * @throws FormRefused if another one of the municipality is being applied, here or on the page
     */
    void begin(
            UUID run,
            ImportSettings settings,
            List<String> files,
            int total,
            String by,
            Instant at,
            LocalDate deleteOn) {
        String municipality = settings.city().key();
        runs.endDead(municipality);
        try {
            jdbc.sql("""
                            insert into import_run (id, municipality_id, source_document, source_as_of, file_names, stage, total,
                                begun_by, begun_at, applied_by, delete_on, worked_until)
                            values (:id, :municipality, :document, :asOf, left(:files, 2000), 'APPLYING', :total, :by, :at, :by,
                                :deleteOn, %s)
                            """.formatted(RunTable.TRUSTED))
                    .param("id", run)
                    .param("municipality", municipality)
                    .param("document", settings.source().document())
                    .param("asOf", settings.source().asOf())
                    .param("files", String.join("\n", files))
                    .param("total", total)
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .param("deleteOn", deleteOn)
                    .update();
        } catch (DuplicateKeyException e) {
            throw FormRefused.at("municipality", "imports.run.another");
        }
    }

    /** Says that the command is still at work. */
    void told(String municipality, UUID run, int done) {
        jdbc.sql("update import_run set done = :done, worked_until = " + RunTable.TRUSTED + ONE)
                .param("municipality", municipality)
                .param("id", run)
                .param("done", done)
                .update();
    }

    /** @param stage how it ended */
    void finish(String municipality, UUID run, Stage stage, int done, Instant at) {
        jdbc.sql("update import_run set stage = :stage, finished_at = :at, done = :done, worked_until = null" + ONE)
                .param("municipality", municipality)
                .param("id", run)
                .param("stage", stage.name())
                .param("done", done)
                .param("at", Timestamp.from(at))
                .update();
    }
}
