package de.kreislaufstadt.document;

import de.kreislaufstadt.measure.ClosedRecords;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files in whose content a person is named, as far as it can be read without unpacking. A file cannot be changed without
 * ceasing to be what was filed: its content goes as a whole, and not before the archive has answered.
 */
@Component
class DocumentData implements PersonalData {

    /** Pieces are put together: a name may stand where two of them meet. */
    private static final String NAMING = """
            select d.id, d.measure_id, d.delete_on, v.name, v.number, d.deleted_at is not null as marked
            from document d
            join document_version v on v.municipality_id = d.municipality_id and v.document_id = d.id
            where d.municipality_id = :municipality and d.content_deleted_at is null and v.media_type like 'text/%%'
              and exists (select from (select string_agg(c.bytes, ''::bytea order by c.position) as bytes from document_chunk c
                                       where c.municipality_id = v.municipality_id and c.version_id = v.id) whole
                          where %s)
            order by d.id, v.number
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final DocumentTable documents;
    private final ChunkTable chunks;
    private final ClosedRecords records;
    private final Clock clock;

    DocumentData(
            NamedParameterJdbcTemplate jdbc,
            DocumentTable documents,
            ChunkTable chunks,
            ClosedRecords records,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.chunks = chunks;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public Set<String> tables() {
        return Set.of("document", "document_version", "document_chunk");
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        List<String> telling = person.telling();
        if (telling.isEmpty()) {
            return List.of();
        }
        MapSqlParameterSource values = new MapSqlParameterSource("municipality", municipality);
        StringBuilder condition = new StringBuilder("false");
        for (int i = 0; i < telling.size(); i++) {
            condition.append(" or position(:term").append(i).append(" in whole.bytes) > 0");
            values.addValue("term" + i, telling.get(i).getBytes(StandardCharsets.UTF_8));
        }
        LocalDate today = LocalDate.now(clock);
        List<UUID> offered = new java.util.ArrayList<>(records.completedUntil(municipality, today));
        offered.addAll(records.endedUntil(municipality, today));
        return jdbc.query(NAMING.formatted(condition), values, (row, number) -> {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("name", row.getString("name"));
            content.put("version", row.getInt("number"));
            UUID measure = row.getObject("measure_id", UUID.class);
            Found found = new Found(
                    kind(),
                    "document",
                    row.getString("id"),
                    measure,
                    Effect.EMPTIED,
                    null,
                    row.getObject("delete_on", LocalDate.class),
                    content,
                    Map.of());
            return row.getBoolean("marked") || offered.contains(measure) ? found : found.kept("record");
        });
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        UUID document = UUID.fromString(found.row());
        documents.forgetContent(municipality, document, clock.instant());
        chunks.remove(municipality, document);
        return 1;
    }
}
