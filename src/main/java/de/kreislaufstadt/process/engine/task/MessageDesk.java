package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class MessageDesk implements IncomingMessages {

    private final RuntimeService runtime;
    private final TransactionTemplate transactions;

    MessageDesk(RuntimeService runtime, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public <T> T inOneTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What may be run again needs a transaction of its own");
        }
        return Completion.of(() -> transactions.execute(status -> work.get()));
    }

    @Override
    public boolean isAwaited(String municipality, String process, String businessKey, String message) {
        return SignedIn.asSystem(
                () -> waiting(municipality, process, businessKey, message).count() > 0);
    }

    private ExecutionQuery waiting(String municipality, String process, String businessKey, String message) {
        return runtime.createExecutionQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipality)
                .messageEventSubscriptionName(message)
                // What rests with its measure hears nothing.
                .active();
    }

    @Override
    public boolean deliver(
            String municipality, String process, String businessKey, String message, String item, UUID id) {
        return SignedIn.asSystem(() -> waiting(municipality, process, businessKey, message).list().stream()
                // A measure has a handful of instances; a query by variable would read the values of all of them.
                .filter(waiting -> id.toString().equals(runtime.getVariable(waiting.getId(), item)))
                .findFirst()
                .map(waiting -> delivered(message, waiting))
                .orElse(false));
    }

    private boolean delivered(String message, Execution waiting) {
        runtime.messageEventReceived(message, waiting.getId());
        return true;
    }
}
