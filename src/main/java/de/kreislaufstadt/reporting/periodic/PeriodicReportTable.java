package de.kreislaufstadt.reporting.periodic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports and who worked on them. A frozen one is never changed: every change names drafts only. */
@Repository
class PeriodicReportTable {

    private static final String ALL = """
            select r.*, array(select e.edited_by from periodic_report_edit e
                              where e.municipality_id = r.municipality_id and e.report_id = r.id
                              order by e.position) as authors
            from periodic_report r where r.municipality_id = :municipality
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PeriodicReportTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String municipality, PeriodicReport report) {
        jdbc.sql("""
                        insert into periodic_report (id, municipality_id, period, version, correction, preface, content)
                        values (:id, :municipality, :period, :version, :correction, :preface, cast(:content as jsonb))
                        """)
                .param("id", report.id())
                .param("municipality", municipality)
                .param("period", report.period().key())
                .param("version", report.version())
                .param("correction", report.correction())
                .param("preface", report.preface())
                .param("content", written(report.content()))
                .update();
        noteAuthor(municipality, report.id(), report.authors().get(0));
    }

    /** @return whether it was a draft and now says this */
    boolean change(String municipality, UUID id, String preface, ReportContent content, String author) {
        boolean changed = jdbc.sql("""
                        update periodic_report set preface = :preface, content = cast(:content as jsonb)
                        where municipality_id = :municipality and id = :id and released_at is null
                        """)
                        .param("preface", preface)
                        .param("content", written(content))
                        .param("municipality", municipality)
                        .param("id", id)
                        .update()
                == 1;
        if (changed) {
            noteAuthor(municipality, id, author);
        }
        return changed;
    }

    /** @return whether it was a draft and is frozen now */
    boolean release(String municipality, PeriodicReport report, String by, Instant at) {
        return jdbc.sql("""
                        update periodic_report set released_at = :at, released_by = :by, fingerprint = :fingerprint
                        where municipality_id = :municipality and id = :id and released_at is null
                        """)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("fingerprint", fingerprint(report))
                        .param("municipality", municipality)
                        .param("id", report.id())
                        .update()
                == 1;
    }

    /** @return whether it was a draft and is gone */
    boolean discard(String municipality, UUID id) {
        return jdbc.sql("""
                        delete from periodic_report
                        where municipality_id = :municipality and id = :id and released_at is null
                        """).param("municipality", municipality).param("id", id).update() == 1;
    }

    /** @return the reports, the latest period first */
    List<PeriodicReport> all(String municipality) {
        return jdbc.sql(ALL + " order by r.period desc, r.version desc")
                .param("municipality", municipality)
                .query(this::report)
                .list();
    }

    Optional<PeriodicReport> find(String municipality, UUID id) {
        return jdbc.sql(ALL + " and r.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(this::report)
                .optional();
    }

    /** Keeps a draft as it is until the transaction ends, so that nobody changes what somebody else releases. */
    Optional<PeriodicReport> locked(String municipality, UUID id) {
        jdbc.sql("select id from periodic_report where municipality_id = :municipality and id = :id for update")
                .param("municipality", municipality)
                .param("id", id)
                .query(UUID.class)
                .list();
        return find(municipality, id);
    }

    private void noteAuthor(String municipality, UUID report, String author) {
        jdbc.sql("""
                        insert into periodic_report_edit (id, municipality_id, report_id, edited_by)
                        values (:id, :municipality, :report, :author)
                        on conflict (report_id, edited_by) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("report", report)
                .param("author", author)
                .update();
    }

    private PeriodicReport report(ResultSet row, int index) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new PeriodicReport(
                row.getObject("id", UUID.class),
                Period.of(row.getString("period")),
                row.getInt("version"),
                row.getString("correction"),
                row.getString("preface"),
                read(row.getString("content")),
                Arrays.asList((String[]) row.getArray("authors").getArray()),
                row.getTimestamp("created_at").toInstant(),
                released == null ? null : released.toInstant(),
                row.getString("released_by"),
                row.getString("fingerprint"));
    }

    private String fingerprint(PeriodicReport report) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(written(report.content()).getBytes(StandardCharsets.UTF_8));
            digest.update((report.preface() == null ? "" : report.preface()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(ReportContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportContent read(String content) {
        try {
            return json.readValue(content, ReportContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
