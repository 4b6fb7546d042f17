package de.kreislaufstadt.document;

import de.kreislaufstadt.measure.ClosedRecords;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.RetentionRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets the content of documents go: of deleted ones when the deletion cannot be taken back any more, of all others with the
 * record of their measure, and never before the archive has answered. What there was, and who attached it, stays.
 */
@Component
class DocumentRetention implements RetentionRule {

    /** Each of them may have versions of 25 MB. */
    private static final int AT_ONCE = 10;

    private final DocumentTable documents;
    private final ChunkTable chunks;
    private final ClosedRecords records;
    private final RetentionPeriods periods;
    private final Clock clock;

    DocumentRetention(
            DocumentTable documents, ChunkTable chunks, ClosedRecords records, RetentionPeriods periods, Clock clock) {
        this.documents = documents;
        this.chunks = chunks;
        this.records = records;
        this.periods = periods;
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
    public boolean deletes() {
        return false;
    }

    @Override
    public String setting() {
        return "kreislaufstadt.retention.deleted-documents, .documents-of-completed-measures, .documents-of-ended-measures";
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        List<UUID> due = documents.takeDue(municipality, closed(municipality, today), today, AT_ONCE);
        Instant now = clock.instant();
        due.forEach(document -> {
            documents.forgetContent(municipality, document, now);
            chunks.remove(municipality, document);
        });
        return due.size();
    }

    @Override
    public int heldBack(String municipality, LocalDate today) {
        return documents.heldBack(municipality, closed(municipality, today), today);
    }

    private List<UUID> closed(String municipality, LocalDate today) {
        List<UUID> closed = new ArrayList<>(records.completedUntil(
                municipality, today.minus(periods.of(municipality, "documents-of-completed-measures"))));
        closed.addAll(
                records.endedUntil(municipality, today.minus(periods.of(municipality, "documents-of-ended-measures"))));
        return closed;
    }
}
