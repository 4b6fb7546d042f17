package de.kreislaufstadt.process.engine.draft;

import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Deletes drafts that nobody has changed for long, and those that were saved once more after their task was completed. */
@Component
class DraftCleanUp implements RetentionRule {

    private static final int AT_ONCE = 500;

    private final DraftTable drafts;

    DraftCleanUp(DraftTable drafts) {
        this.drafts = drafts;
    }

    @Override
    public Set<String> tables() {
        return Set.of("task_draft");
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        return drafts.deleteDue(municipality, today, AT_ONCE);
    }
}
