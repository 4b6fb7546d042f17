package de.kreislaufstadt.survey;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.survey.ActivityTable.Reported;
import de.kreislaufstadt.survey.ExchangeTable.Agreement;
import de.kreislaufstadt.survey.ExchangeTable.Asked;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The lead writes down who met, what is new and what was agreed. */
@Component
class DocumentExchange implements TaskHandler<DocumentExchange.Form> {

    private final ExchangeTable table;
    private final ActivityTable activities;
    private final Departments departments;
    private final ExchangeView view;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentExchange(
            ExchangeTable table,
            ActivityTable activities,
            Departments departments,
            ExchangeView view,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.activities = activities;
        this.departments = departments;
        this.view = view;
        this.events = events;
        this.clock = clock;
    }

    record Form(
            LocalDate heldOn,
            Set<String> units,
            String activities,
            @Size(max = 50) List<Agreement> agreements) {}

    @Override
    public String task() {
        return "document-exchange";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        UUID exchange = task.id("exchangeId");
        List<Asked> asked = table.asked(task, exchange);
        List<Reported> reported = activities.reportedFor(task, exchange);
        return Map.of(
                "reports", view.reports(task, asked),
                "units", asked.stream().map(Asked::department).toList(),
                "activities", view.activities(task, reported));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departmentOptions", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        check(form);
        UUID exchange = task.id("exchangeId");
        table.document(task, exchange, form.heldOn(), form.units(), form.activities());
        table.add(task, exchange, form.agreements());
        events.publishEvent(new ExchangeDocumented(task.municipality(), task.measureId(), exchange));
        events.publishEvent(new PublicContentChanged(
                task.municipality(), task.measureId(), PublicContentChanged.Cause.RECORD, true));
        return Outcome.none();
    }

    private void check(Form form) {
        Problems problems = new Problems();
        problems.check(!form.heldOn().isAfter(LocalDate.now(clock)), "heldOn", "survey.exchange.heldInFuture");
        for (int i = 0; i < form.agreements().size(); i++) {
            LocalDate due = form.agreements().get(i).due();
            problems.check(
                    due == null || !due.isBefore(form.heldOn()),
                    "agreements[" + i + "].due",
                    "survey.agreement.dueBeforeExchange");
        }
        Distinct.check(
                problems,
                "agreements",
                "text",
                form.agreements().stream().map(Agreement::text).toList(),
                "survey.agreement.duplicate");
        problems.throwIfAny();
    }
}
