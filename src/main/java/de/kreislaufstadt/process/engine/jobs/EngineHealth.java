package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.observation.ReportedHealth;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.stereotype.Component;

/** Whether the engine is open: it is registered from its first moment to its last. Its tables are those of the database. */
@Component("engineHealthIndicator")
class EngineHealth extends ReportedHealth {

    private final ProcessEngine engine;

    EngineHealth(ProcessEngine engine) {
        super("engine", "Engine");
        this.engine = engine;
    }

    @Override
    protected Optional<String> trouble() {
        return ProcessEngines.getProcessEngines().containsKey(engine.getName())
                ? Optional.empty()
                : Optional.of("geschlossen");
    }
}
