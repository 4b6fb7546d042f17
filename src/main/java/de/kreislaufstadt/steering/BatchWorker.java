package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention.Remark;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.Interventions;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.steering.BatchTable.Taken;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works batches off, item by item. What is done and the mark that it is done are one transaction: a node that dies in between
 * leaves the item for another one, and no two do the same. Whoever began the batch acts with the rights they have now.
 */
@Component
class BatchWorker {

    private final BatchTable batches;
    private final Interventions interventions;
    private final Accounts accounts;
    private final StandIns standIns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchWorker(
            BatchTable batches,
            Interventions interventions,
            Accounts accounts,
            StandIns standIns,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.batches = batches;
        this.interventions = interventions;
        this.accounts = accounts;
        this.standIns = standIns;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Works until nothing is left, or until it is to stop. */
    void workOff(BooleanSupplier goOn) {
        boolean worked = false;
        while (goOn.getAsBoolean() && workOnOne()) {
            worked = true;
        }
        if (worked) {
            transaction.executeWithoutResult(status -> batches.finish(clock.instant()));
        }
    }

    /** @return whether there was an item to work on */
    boolean workOnOne() {
        AtomicReference<Taken> taken = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> batches.take()
                    .map(item -> {
                        taken.set(item);
                        Login who = today(item);
                        interventions.carryOut(item.kind(), item.item(), item.wish(), who);
                        batches.done(item, remark(item, who), clock.instant());
                        return true;
                    })
                    .orElse(false)));
        } catch (RuntimeException refused) {
            if (taken.get() == null) {
                throw refused;
            }
            note(taken.get(), refused);
            return true;
        }
    }

    /** The rights of now: whoever has left their office since steps in nowhere. */
    private Login today(Taken item) {
        Login own = accounts.loginOf(item.begunBy())
                .filter(login -> login.tenants().contains(item.municipality()))
                .orElseThrow(() -> new InterventionRefused(InterventionRefused.Cause.FORBIDDEN, "steering.notYours"));
        return new Login(
                own.user(),
                standIns.groupsToday(own.user(), own.groups(), own.tenants()),
                List.of(item.municipality()));
    }

    private Remark remark(Taken item, Login who) {
        return interventions
                .ofKind(item.kind())
                .flatMap(one -> one.remark(item.item(), who))
                .orElse(null);
    }

    private void note(Taken item, RuntimeException refused) {
        Remark why = Refusal.of(item.kind(), refused);
        List<String> texts = why.values().stream().map(Objects::toString).toList();
        transaction.executeWithoutResult(status -> batches.refused(item, why.message(), texts, clock.instant()));
    }
}
