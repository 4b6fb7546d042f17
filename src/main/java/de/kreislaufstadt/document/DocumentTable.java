package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Deletion;
import de.kreislaufstadt.document.Document.Step;
import de.kreislaufstadt.document.Document.Version;
import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and their versions; the content lies in {@link ChunkTable}. */
@Repository
class DocumentTable {

    private static final String DUE = """
            t.municipality_id = :municipality and t.content_deleted_at is null
            and (t.delete_on <= :today or t.measure_id = any(cast(:closed as uuid[])))
            """;

    private static final String HELD =
            DataBlocks.hold("documents", "t.measure_id", Map.of("t.created_by", Identity.Sort.USER));

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String municipality, Document document) {
        jdbc.sql("""
                        insert into document (id, municipality_id, measure_id, kind, process_key, task_key, step_name, items,
                                              department, created_by, created_at)
                        values (:id, :municipality, :measure, :kind, :process, :task, :step, :items,
                                :department, :by, :at)
                        """)
                .param("id", document.id())
                .param("municipality", municipality)
                .param("measure", document.measureId())
                .param("kind", document.kind().name())
                .param(
                        "process",
                        document.step() == null ? null : document.step().process())
                .param("task", document.step() == null ? null : document.step().task())
                .param("step", document.step() == null ? null : document.step().name())
                .param(
                        "items",
                        document.step() == null
                                ? new String[0]
                                : document.step().items().toArray(String[]::new))
                .param("department", document.department())
                .param("by", document.createdBy())
                .param("at", Timestamp.from(document.createdAt()))
                .update();
        document.versions().forEach(version -> add(municipality, document.id(), version));
    }

    void add(String municipality, UUID document, Version version) {
        jdbc.sql("""
                        insert into document_version (id, municipality_id, document_id, number, name, media_type, size, sha256,
                                                      department, created_by, created_at)
                        values (:id, :municipality, :document, :number, :name, :type, :size, :sha256, :department, :by, :at)
                        """)
                .param("id", version.id())
                .param("municipality", municipality)
                .param("document", document)
                .param("number", version.number())
                .param("name", version.name())
                .param("type", version.mediaType())
                .param("size", version.size())
                .param("sha256", version.sha256())
                .param("department", version.department())
                .param("by", version.by())
                .param("at", Timestamp.from(version.at()))
                .update();
    }

    /** Lets others who change the same document wait until this transaction ends. */
    void lock(String municipality, UUID document) {
        jdbc.sql("select id from document where municipality_id = :municipality and id = :id for update")
                .param("municipality", municipality)
                .param("id", document)
                .query(UUID.class)
                .optional();
    }

    Optional<Document> find(String municipality, UUID id) {
        return documents(municipality, "d.id = :key", id).stream().findFirst();
    }

    /** @return all documents of a measure, deleted ones too, oldest first */
    List<Document> of(String municipality, UUID measure) {
        return documents(municipality, "d.measure_id = :key", measure);
    }

    /** @return whether it was not marked before */
    boolean markDeleted(String municipality, UUID id, String by, LocalDate until) {
        return jdbc.sql("""
                        update document set deleted_by = :by, deleted_at = :at, delete_on = :until
                        where municipality_id = :municipality and id = :id and deleted_at is null
                        """)
                        .param("by", by)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("until", until)
                        .param("municipality", municipality)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether the mark could be taken away: the content is still there */
    boolean restore(String municipality, UUID id) {
        return jdbc.sql("""
                        update document set deleted_by = null, deleted_at = null, delete_on = null
                        where municipality_id = :municipality and id = :id and content_deleted_at is null
                        """).param("municipality", municipality).param("id", id).update() == 1;
    }

    /**
     * @param closed measures whose records have had their time
     * @return documents with content that has to go today, locked until the transaction ends
     */
    List<UUID> takeDue(String municipality, List<UUID> closed, LocalDate today, int most) {
        return jdbc.sql("""
                        select t.id from document t
                        where %s and not %s
                        order by t.delete_on, t.id limit :most for update of t skip locked
                        """.formatted(DUE, HELD))
                .param("municipality", municipality)
                .param("today", today)
                .param("closed", closed.stream().map(UUID::toString).toArray(String[]::new))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** @return how many documents with content would have to go, were it not for a block */
    int heldBack(String municipality, List<UUID> closed, LocalDate today) {
        return jdbc.sql("select count(*) from document t where " + DUE + " and " + HELD)
                .param("municipality", municipality)
                .param("today", today)
                .param("closed", closed.stream().map(UUID::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Notes that the content has gone; the names of the files go with it, since they may name people. */
    void forgetContent(String municipality, UUID id, Instant now) {
        jdbc.sql("update document set content_deleted_at = :at where municipality_id = :municipality and id = :id")
                .param("at", Timestamp.from(now))
                .param("municipality", municipality)
                .param("id", id)
                .update();
        jdbc.sql("update document_version set name = '–'"
                        + " where municipality_id = :municipality and document_id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    private List<Document> documents(String municipality, String condition, UUID key) {
        Map<UUID, List<Version>> versions = jdbc
                .sql("select v.* from document_version v join document d on d.municipality_id = v.municipality_id"
                        + " and d.id = v.document_id where v.municipality_id = :municipality and " + condition
                        + " order by v.number")
                .param("municipality", municipality)
                .param("key", key)
                .query((row, index) -> Map.entry(row.getObject("document_id", UUID.class), version(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .sql("select d.* from document d where d.municipality_id = :municipality and " + condition
                        + " order by d.created_at, d.id")
                .param("municipality", municipality)
                .param("key", key)
                .query((row, index) -> document(row, versions))
                .list()
                .stream()
                // Attached between the two queries: the next look shows it.
                .filter(document -> !document.versions().isEmpty())
                .toList();
    }

    private static Document document(ResultSet row, Map<UUID, List<Version>> versions) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Document(
                id,
                row.getObject("measure_id", UUID.class),
                DocumentKind.valueOf(row.getString("kind")),
                step(row),
                row.getString("department"),
                row.getString("created_by"),
                instant(row, "created_at"),
                deletion(row),
                versions.getOrDefault(id, List.of()));
    }

    private static Step step(ResultSet row) throws SQLException {
        if (row.getString("task_key") == null) {
            return null;
        }
        String[] items = (String[]) row.getArray("items").getArray();
        return new Step(
                row.getString("process_key"), row.getString("task_key"), row.getString("step_name"), List.of(items));
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        boolean gone = row.getTimestamp("content_deleted_at") != null;
        if (row.getString("deleted_by") == null) {
            return gone ? new Deletion(null, null, null, true) : null;
        }
        return new Deletion(
                row.getString("deleted_by"),
                instant(row, "deleted_at"),
                row.getObject("delete_on", LocalDate.class),
                gone);
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("department"),
                row.getString("created_by"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
