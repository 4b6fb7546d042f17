package de.kreislaufstadt.document;

import de.kreislaufstadt.document.DocumentTable.Expired;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the content of deleted documents go when its time has come, one document after the other. Safe on several nodes. */
@Component
class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final DocumentTable documents;
    private final ChunkTable chunks;
    private final Spool spool;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Expiry(
            DocumentTable documents,
            ChunkTable chunks,
            Spool spool,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.documents = documents;
        this.chunks = chunks;
        this.spool = spool;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every night, and once at the start, for nodes that do not run at night. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void run() throws IOException {
        spool.tidy();
        LocalDate today = LocalDate.now(clock);
        int removed = 0;
        for (List<Expired> due = documents.expired(today); !due.isEmpty(); due = documents.expired(today)) {
            due.forEach(this::remove);
            removed += due.size();
        }
        if (removed > 0) {
            LOG.info("Inhalt von {} gelöschten Unterlagen entfernt", removed);
        }
    }

    private void remove(Expired document) {
        transaction.executeWithoutResult(status -> {
            if (documents.forgetContent(document)) {
                chunks.remove(document.municipality(), document.id());
            }
        });
    }
}
