package de.kreislaufstadt.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports and the rows of them. */
@Repository
class ImportTable {

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID run, ImportSettings settings, List<String> files, int total, String by, Instant at) {
        jdbc.sql("""
                        insert into import_run (id, municipality_id, source_document, source_as_of, file_names, total, begun_by, begun_at)
                        values (:id, :municipality, :document, :asOf, left(:files, 2000), :total, :by, :at)
                        """)
                .param("id", run)
                .param("municipality", settings.city().key())
                .param("document", settings.source().document())
                .param("asOf", settings.source().asOf())
                .param("files", String.join("\n", files))
                .param("total", total)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void finish(String municipality, UUID run, Instant at) {
        jdbc.sql("update import_run set finished_at = :at where municipality_id = :municipality and id = :id")
                .param("at", Timestamp.from(at))
                .param("municipality", municipality)
                .param("id", run)
                .update();
    }

    /**
     * @param position place of the row in the plan, counted from 1
     * @param measure null if the row was refused and means no measure that is there
     */
    void row(
            String municipality, UUID run, int position, String id, UUID measure, ImportPlan.Fate fate, String report) {
        jdbc.sql("""
                        insert into import_row (run_id, municipality_id, position, external_id, measure_id, fate, report)
                        values (:run, :municipality, :position, left(:id, 250), cast(:measure as uuid), :fate, cast(:report as jsonb))
                        """)
                .param("run", run)
                .param("municipality", municipality)
                .param("position", position)
                .param("id", id)
                .param("measure", measure)
                .param("fate", fate.name())
                .param("report", report)
                .update();
    }
}
