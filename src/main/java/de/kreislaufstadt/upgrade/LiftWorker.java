package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.ModelVersions;
import de.kreislaufstadt.process.ModelVersions.LiftRefused;
import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.upgrade.LiftTable.Taken;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lifts instances one by one. What is lifted, its entry in the log of actions and the mark that it is done are one transaction: a node
 * that dies in between leaves the instance as it was for another one, and nothing is lifted twice. A dry run does the same in a
 * transaction of its own that is never committed, and notes how it went.
 */
@Component
class LiftWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LiftWorker.class);

    /** Somebody works in the instance at the same moment: it is tried again, and has time to end by then. */
    private static final int ATTEMPTS = 3;

    private final LiftTable lifts;
    private final ModelVersions models;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    LiftWorker(
            LiftTable lifts,
            ModelVersions models,
            Accounts accounts,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.lifts = lifts;
        this.models = models;
        this.accounts = accounts;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Works until nothing is left, or until it is to stop. */
    void workOff(BooleanSupplier goOn) {
        boolean more = true;
        while (more && goOn.getAsBoolean()) {
            more = workOnOne();
        }
    }

    /** @return whether there was an instance to work on */
    boolean workOnOne() {
        AtomicReference<Taken> taken = new AtomicReference<>();
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> lifts.take()
                        .map(item -> {
                            taken.set(item);
                            workOn(item);
                            return true;
                        })
                        .orElse(false)));
            } catch (RuntimeException refused) {
                if (taken.get() == null) {
                    throw refused;
                }
                if (!isBusy(refused) || attempt == ATTEMPTS) {
                    note(taken.get(), refused);
                    return true;
                }
            }
        }
    }

    private void workOn(Taken item) {
        List<String> steps = models.steps(item.instance());
        if (item.trial()) {
            apart.executeWithoutResult(status -> {
                status.setRollbackOnly();
                lift(item);
            });
        } else {
            lift(item);
        }
        lifts.ended(item, steps, null, List.of(), clock.instant());
    }

    private void lift(Taken item) {
        Version from = version(item.from());
        Version to = version(item.to());
        requireOperator(item.begunBy());
        if (models.lift(item.instance(), from, to)) {
            events.publishEvent(BusinessAction.of(
                            item.municipality(),
                            item.measure(),
                            Kind.MODEL_LIFTED,
                            new Subject(from.process(), null, null, item.instance()),
                            item.begunBy())
                    .under(to.version())
                    .changing(Change.of("modelVersion", from.version(), to.version())));
        }
    }

    private Version version(String id) {
        return models.find(id).orElseThrow(() -> new LiftRefused("upgrade.refused.gone", List.of(), null));
    }

    /** The rights of now: who is no operator any more lifts nothing. */
    private void requireOperator(String user) {
        boolean may = UpgradeCommand.AUTHOR.equals(user)
                || accounts.loginOf(user).filter(LiftWorker::operates).isPresent();
        if (!may) {
            throw new LiftRefused("upgrade.refused.rights", List.of(), null);
        }
    }

    private static boolean operates(Login login) {
        return Role.of(login.groups(), login.tenants()).contains(Role.OPERATOR);
    }

    private static boolean isBusy(RuntimeException refused) {
        return "upgrade.refused.busy".equals(refused.getMessage());
    }

    private void note(Taken item, RuntimeException why) {
        boolean known = why instanceof LiftRefused;
        if (!known) {
            LOG.warn("Instance {} of {} could not be lifted", item.instance(), item.from(), why);
        }
        List<String> inTheWay = why instanceof LiftRefused refused ? refused.elements() : List.of();
        String problem = known ? why.getMessage() : "upgrade.refused.unknown";
        transaction.executeWithoutResult(
                status -> lifts.ended(item, models.steps(item.instance()), problem, inTheWay, clock.instant()));
    }
}
