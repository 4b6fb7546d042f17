package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.RetentionRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
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
 * moments only, however much it is, and nodes that do so at once share the work. What was done stands in the deletion log.
 */
@Component
class NightlyDeletion {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyDeletion.class);

    private final List<RetentionRule> rules;
    private final Municipalities municipalities;
    private final DeletionLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NightlyDeletion(
            List<RetentionRule> rules,
            Municipalities municipalities,
            DeletionLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules.stream().filter(RetentionRule::hasDays).toList();
        this.municipalities = municipalities;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every night, and once at the start, for nodes that do not run at night. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void run() {
        LocalDate today = LocalDate.now(clock);
        UUID run = UUID.randomUUID();
        municipalities.tenants().forEach(municipality -> rules.forEach(rule -> apply(rule, municipality, today, run)));
    }

    /** What one table refuses must not keep the data of the others. */
    private void apply(RetentionRule rule, String municipality, LocalDate today, UUID run) {
        int total = 0;
        int held = 0;
        boolean failed = false;
        try {
            int portion;
            do {
                portion = transaction.execute(status -> rule.forget(municipality, today));
                total += portion;
            } while (portion > 0);
            held = rule.heldBack(municipality, today);
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("Fällige Daten konnten nicht gelöscht werden in {}", names(rule), e);
        }
        if (total > 0 || held > 0 || failed) {
            LOG.info(
                    "{}: {} Einträge gelöscht oder geleert, {} wegen einer Sperre behalten in {}",
                    municipality,
                    total,
                    held,
                    names(rule));
            log.add(
                    municipality,
                    new DeletionLog.Entry(
                            run,
                            DeletionLog.Cause.NIGHTLY,
                            rule.kind(),
                            names(rule),
                            total,
                            held,
                            failed,
                            rule.setting(),
                            null,
                            clock.instant()));
        }
    }

    private static String names(RetentionRule rule) {
        return String.join(", ", new TreeSet<>(rule.tables()));
    }
}
