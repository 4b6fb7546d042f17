package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.RetentionRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies all rules to all municipalities, portion by portion, each in a transaction of its own: what is due is locked for
 * moments only, however much it is, and nodes that do so at once share the work.
 */
@Component
class NightlyDeletion {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyDeletion.class);

    private final List<RetentionRule> rules;
    private final Municipalities municipalities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NightlyDeletion(
            List<RetentionRule> rules,
            Municipalities municipalities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.municipalities = municipalities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every night, and once at the start, for nodes that do not run at night. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void run() {
        LocalDate today = LocalDate.now(clock);
        municipalities
                .all()
                .forEach(municipality -> rules.forEach(rule -> safely(() -> forget(rule, municipality, today), rule)));
    }

    private void forget(RetentionRule rule, String municipality, LocalDate today) {
        int total = 0;
        int portion;
        do {
            portion = transaction.execute(status -> rule.forget(municipality, today));
            total += portion;
        } while (portion > 0);
        if (total > 0) {
            LOG.info("{}: {} Einträge gelöscht oder geleert in {}", municipality, total, names(rule));
        }
    }

    /** What one table refuses must not keep the data of the others. */
    private static void safely(Runnable work, RetentionRule rule) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Fällige Daten konnten nicht gelöscht werden in {}", names(rule), e);
        }
    }

    private static String names(RetentionRule rule) {
        return String.join(", ", new TreeSet<>(rule.tables()));
    }
}
