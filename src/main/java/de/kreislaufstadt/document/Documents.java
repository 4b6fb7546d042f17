package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Version;
import de.kreislaufstadt.document.Spool.Arrived;
import de.kreislaufstadt.document.Standings.Seen;
import de.kreislaufstadt.process.RetentionPeriods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Attaches, renews, deletes and restores documents. A file is on disk and checked before the first row is written. */
@Component
class Documents {

    private final DocumentTable documents;
    private final ChunkTable chunks;
    private final Spool spool;
    private final FileCheck check;
    private final RetentionPeriods periods;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            DocumentTable documents,
            ChunkTable chunks,
            Spool spool,
            FileCheck check,
            RetentionPeriods periods,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.documents = documents;
        this.chunks = chunks;
        this.spool = spool;
        this.check = check;
        this.periods = periods;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A file on its way in.
     *
     * @param name as the sender names it
     * @param length as the sender announces it in bytes; negative if it announces none
     */
    record Sent(String name, long length, InputStream content) {}

    /**
     * @return the new document
     * @throws DocumentRefused if the person may not attach here, or the file is not taken; nothing is stored then
     */
    Document attach(Standing standing, DocumentKind kind, Sent sent) throws IOException {
        if (!standing.mayAttach()) {
            throw DocumentRefused.forbidden();
        }
        FileName name = FileName.of(sent.name());
        try (Arrived file = spool.receive(sent.content(), sent.length())) {
            Version version = version(standing, 1, name, file);
            Document document = new Document(
                    UUID.randomUUID(),
                    standing.measure(),
                    kind,
                    standing.step(),
                    version.department(),
                    version.by(),
                    version.at(),
                    null,
                    List.of(version));
            transaction.executeWithoutResult(status -> {
                documents.add(standing.municipality(), document);
                write(standing.municipality(), version, file);
            });
            return document;
        }
    }

    /**
     * Adds a version. Two people who do so at once get two versions, one after the other.
     *
     * @return the document with it
     * @throws DocumentRefused if the person may not change the document, it is deleted, or the file is not taken
     */
    Document renew(Seen seen, Sent sent) throws IOException {
        String municipality = changeable(seen).municipality();
        UUID id = seen.document().id();
        FileName name = FileName.of(sent.name());
        try (Arrived file = spool.receive(sent.content(), sent.length())) {
            Version checked = version(seen.standing(), 1, name, file);
            return transaction.execute(status -> {
                documents.lock(municipality, id);
                Document now = documents
                        .find(municipality, id)
                        .filter(document -> !document.isDeleted())
                        .orElseThrow(DocumentRefused::notFound);
                Version next = numbered(checked, now.latest().number() + 1);
                documents.add(municipality, id, next);
                write(municipality, next, file);
                return documents.find(municipality, id).orElseThrow();
            });
        }
    }

    /** Marks a document as deleted; its content stays for a while. */
    Document delete(Seen seen) {
        String municipality = changeable(seen).municipality();
        UUID id = seen.document().id();
        LocalDate until = LocalDate.now(clock).plus(periods.of(municipality, "deleted-documents"));
        documents.markDeleted(municipality, id, seen.standing().user(), until);
        return documents.find(municipality, id).orElseThrow();
    }

    /** @throws DocumentRefused if the content has gone meanwhile */
    Document restore(Seen seen) {
        String municipality = changeable(seen).municipality();
        UUID id = seen.document().id();
        if (!documents.restore(municipality, id)) {
            throw new DocumentRefused(HttpStatus.CONFLICT, "document.gone");
        }
        return documents.find(municipality, id).orElseThrow();
    }

    private static Standing changeable(Seen seen) {
        if (!seen.standing().mayChange(seen.document())) {
            throw DocumentRefused.forbidden();
        }
        return seen.standing();
    }

    private Version version(Standing standing, int number, FileName name, Arrived file) throws IOException {
        FileType type = check.check(file.file(), name);
        // As exact as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Version(
                UUID.randomUUID(),
                number,
                name.text(),
                type.mediaType(),
                file.size(),
                file.sha256(),
                standing.department(),
                standing.user(),
                now);
    }

    private static Version numbered(Version version, int number) {
        return new Version(
                version.id(),
                number,
                version.name(),
                version.mediaType(),
                version.size(),
                version.sha256(),
                version.department(),
                version.by(),
                version.at());
    }

    private void write(String municipality, Version version, Arrived file) {
        try {
            chunks.write(municipality, version.id(), file.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
