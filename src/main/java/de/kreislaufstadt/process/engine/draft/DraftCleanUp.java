package de.kreislaufstadt.process.engine.draft;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes drafts whose time is over. Several instances may do it at once: who comes second finds nothing. */
@Component
class DraftCleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(DraftCleanUp.class);

    private final DraftTable drafts;

    DraftCleanUp(DraftTable drafts) {
        this.drafts = drafts;
    }

    @Scheduled(cron = "0 20 0 * * *", zone = "Europe/Berlin")
    void deleteDue() {
        int deleted = drafts.deleteDue();
        if (deleted > 0) {
            LOG.info("{} Entwürfe gelöscht, die seit langem niemand geändert hat", deleted);
        }
    }
}
