package de.kreislaufstadt.deadline;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does at once what the process of a morning does step by step. */
@Component
class LookAtDeadlines implements MorningLook {

    private final ReminderRun run;
    private final OpenClarifications clarifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LookAtDeadlines(
            ReminderRun run, OpenClarifications clarifications, PlatformTransactionManager transactions, Clock clock) {
        this.run = run;
        this.clarifications = clarifications;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void look(String municipality) {
        run.plan(municipality, LocalDate.now(clock));
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(status -> clarifications.open(municipality)));
        } while (more);
    }
}
