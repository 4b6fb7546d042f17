package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.ChangedElsewhere;
import de.kreislaufstadt.process.EveryNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The deputyships of today and later in memory, with the groups of the people in them: every request asks, and none may
 * cost a statement for it. What is entered here holds at once, what another node enters within a minute; days begin and end
 * by the clock, since only rows are remembered and not their effect.
 */
@Component
class DeputyRegister {

    private static final Duration AGE_LIMIT = Duration.ofMinutes(1);

    private final DeputyTable table;
    private final Accounts accounts;
    private final Clock clock;
    private volatile Copy copy;

    DeputyRegister(DeputyTable table, @Lazy Accounts accounts, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param all deputyships of today and later
     * @param groups groups that the people in them belong to themselves
     */
    record Copy(Instant readAt, List<Deputyship> all, Map<String, List<String>> groups) {

        List<String> groupsOf(String user) {
            return groups.getOrDefault(user, List.of());
        }

        /** @return deputyships that act on that day: the second one's only while every first deputy is away, too */
        Stream<Deputyship> actingOn(LocalDate day) {
            return all.stream().filter(deputyship -> actsOn(deputyship, day));
        }

        boolean actsOn(Deputyship deputyship, LocalDate day) {
            return deputyship.holdsOn(day)
                    && (deputyship.place() == Deputyship.FIRST
                            || all.stream()
                                    .filter(first -> first.place() == Deputyship.FIRST
                                            && first.isFor(deputyship)
                                            && first.holdsOn(day))
                                    .allMatch(first -> isAway(first.deputyBy(), day)));
        }

        private boolean isAway(String user, LocalDate day) {
            return all.stream().anyMatch(own -> user.equals(own.absentBy()) && own.holdsOn(day));
        }
    }

    Copy current() {
        Copy known = copy;
        if (known == null
                || Duration.between(known.readAt(), clock.instant()).abs().compareTo(AGE_LIMIT) > 0) {
            known = read();
            copy = known;
        }
        return known;
    }

    /** Before it is too old, so that hardly any request has to wait for it. */
    @EveryNode
    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    void renew() {
        copy = read();
    }

    @EventListener(ChangedElsewhere.class)
    void changedElsewhere() {
        copy = null;
    }

    /** Forgets the copy once the current transaction is through, or at once where there is none. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            copy = null;
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                copy = null;
            }
        });
    }

    private Copy read() {
        Instant now = clock.instant();
        // Also yesterday's: the clocks of two nodes need not agree about midnight.
        List<Deputyship> all = table.from(LocalDate.now(clock).minusDays(1));
        Set<String> people = all.stream()
                .flatMap(deputyship -> Stream.of(deputyship.deputyBy(), deputyship.inPlaceOf()))
                .collect(Collectors.toSet());
        return new Copy(now, all, accounts.groupsOf(people));
    }
}
