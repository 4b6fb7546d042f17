package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that every municipality has one watch that waits for the next morning: the first one is set up when the
 * application starts, each further one by the watch before it.
 */
@Component
class DailyWatch {

    static final String PROCESS = "deadline-watch";

    /** Any number that no other lock of this application uses. */
    private static final long LOCK = 5_515_000_011L;

    private final Municipalities municipalities;
    private final SystemProcesses processes;
    private final WorkingDays workingDays;
    private final DueDates dueDates;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyWatch(
            Municipalities municipalities,
            SystemProcesses processes,
            WorkingDays workingDays,
            DueDates dueDates,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.municipalities = municipalities;
        this.processes = processes;
        this.workingDays = workingDays;
        this.dueDates = dueDates;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Several nodes may start at once; the lock lets one of them see to it. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void ensure() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
            municipalities.tenants().stream()
                    .filter(municipality -> !processes.isRunning(municipality, PROCESS))
                    .forEach(municipality -> start(municipality, nextMorning(municipality)));
        });
    }

    /** Sets up the watch of the working day after today. */
    void startNext(String municipality) {
        start(municipality, workingDays.after(municipality, LocalDate.now(clock), 1));
    }

    private void start(String municipality, LocalDate day) {
        processes.start(municipality, PROCESS, day.toString(), Outcome.of("watchDay", day));
    }

    /** Today if its morning is still to come. */
    private LocalDate nextMorning(String municipality) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean stillToCome = now.toLocalTime().isBefore(dueDates.morning(municipality));
        return workingDays.sameOrNext(
                municipality,
                stillToCome ? now.toLocalDate() : now.toLocalDate().plusDays(1));
    }
}
