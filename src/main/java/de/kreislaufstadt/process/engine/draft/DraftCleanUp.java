package de.kreislaufstadt.process.engine.draft;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes drafts that nobody has changed for long, and those that were saved once more after their task was completed. */
@Component
class DraftCleanUp implements RetentionRule {

    private static final int AT_ONCE = 500;

    private final DraftTable drafts;

    DraftCleanUp(DraftTable drafts) {
        this.drafts = drafts;
    }

    /** What a person has typed and kept is theirs as a whole. */
    @Bean
    static PersonalTable draftsOfAPerson(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "drafts", "task_draft")
                .with("kept_by", Sort.USER)
                .undated();
    }

    @Override
    public String kind() {
        return "drafts";
    }

    @Override
    public int heldBack(String municipality, LocalDate today) {
        return drafts.heldBack(municipality, today);
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
