package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.Intervention.Wish;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Interventions;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the intervention that is wanted and says in its words what the engine refuses. */
@Component
class AllInterventions implements Interventions {

    private final ObjectProvider<Intervention> all;
    private final TransactionTemplate transaction;

    AllInterventions(ObjectProvider<Intervention> all, PlatformTransactionManager transactions) {
        this.all = all;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Intervention> ofKind(String kind) {
        return all.stream()
                .filter(intervention -> intervention.kind().equals(kind))
                .findFirst();
    }

    @Override
    public void carryOut(String kind, String item, Wish wish, Login who) {
        Intervention intervention =
                ofKind(kind).orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "steering.nothingThere"));
        try {
            transaction.executeWithoutResult(status -> intervention.carryOut(item, wish, who));
        } catch (ProcessEngineException refused) {
            throw inWords(refused);
        }
    }

    /** What a listener of the engine throws arrives in the engine's wrapping. */
    private static RuntimeException inWords(ProcessEngineException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return new InterventionRefused(Cause.CONFLICT, "process.conflict");
            }
            if (cause instanceof SuspendedEntityInteractionException) {
                return new InterventionRefused(Cause.CONFLICT, "steering.paused");
            }
        }
        return refused;
    }
}
