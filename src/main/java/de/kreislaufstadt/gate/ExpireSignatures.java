package de.kreislaufstadt.gate;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import org.springframework.stereotype.Component;

/** The time to sign is over: what is missing is noted as missing, and the lead goes on with what there is. */
@Component
class ExpireSignatures implements ServiceStep {

    private final SignatureTable table;

    ExpireSignatures(SignatureTable table) {
        this.table = table;
    }

    @Override
    public String step() {
        return "expire-signatures";
    }

    @Override
    public Outcome run(TaskContext scope) {
        table.expire(scope.municipality(), scope.id("coSignRound"));
        return Outcome.none();
    }
}
