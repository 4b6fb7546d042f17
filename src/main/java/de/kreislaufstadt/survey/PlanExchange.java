package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the next exchange in the city group and names whom to ask beforehand. */
@Component
class PlanExchange implements ServiceStep {

    private final ExchangeTable table;
    private final InvolvedDepartments involved;
    private final Clock clock;

    PlanExchange(ExchangeTable table, InvolvedDepartments involved, Clock clock) {
        this.table = table;
        this.involved = involved;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "plan-exchange";
    }

    @Override
    public Outcome run(TaskContext scope) {
        UUID exchange = UUID.randomUUID();
        List<String> departments = involved.in(scope);
        table.plan(scope, exchange, LocalDate.now(clock), departments);
        return Outcome.of("exchangeId", exchange).and("exchangeDepartments", departments);
    }
}
