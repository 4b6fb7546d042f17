package de.kreislaufstadt.document;

import de.kreislaufstadt.measure.ClosedRecords;
import de.kreislaufstadt.process.RetentionRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets the content of documents go: of deleted ones when the deletion cannot be taken back any more, of all others with the
 * record of their measure. What there was, and who attached it, stays.
 */
@Component
class DocumentRetention implements RetentionRule {

    /** Each of them may have versions of 25 MB. */
    private static final int AT_ONCE = 10;

    private final DocumentTable documents;
    private final ChunkTable chunks;
    private final ClosedRecords records;
    private final DocumentSettings settings;
    private final Clock clock;

    DocumentRetention(
            DocumentTable documents, ChunkTable chunks, ClosedRecords records, DocumentSettings settings, Clock clock) {
        this.documents = documents;
        this.chunks = chunks;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("document", "document_version", "document_chunk");
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        List<UUID> closed = records.closedUntil(municipality, today.minus(settings.recordRetention()));
        List<UUID> due = documents.takeDue(municipality, closed, today, AT_ONCE);
        Instant now = clock.instant();
        due.forEach(document -> {
            documents.forgetContent(municipality, document, now);
            chunks.remove(municipality, document);
        });
        return due.size();
    }
}
