package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ActivityTable.Origin;
import de.kreislaufstadt.survey.ExchangeTable.News;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Before an exchange, a contributing department says what is new in its activities. */
@Component
class ReportActivities implements TaskHandler<ReportActivities.Form> {

    private final ExchangeTable exchanges;
    private final ActivityRegister register;

    ReportActivities(ExchangeTable exchanges, ActivityRegister register) {
        this.exchanges = exchanges;
        this.register = register;
    }

    record Form(News news, @Size(max = 50) List<ActivityForm> activities, String remarks) {}

    @Override
    public String task() {
        return "report-activities";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of("activities", register.rows(task.municipality(), task.text("department")));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("activityOptions", register.options(task.municipality(), task.text("department")));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        UUID exchange = task.id("exchangeId");
        String department = task.text("department");
        exchanges.report(task, exchange, department, form.news(), form.remarks());
        if (form.news() == News.NEWS) {
            int taken = register.report(task, department, new Origin(null, exchange), form.activities());
            if (taken == 0) {
                throw FormRefused.at("activities", "survey.activity.nothingNew");
            }
        }
        return Outcome.none();
    }
}
