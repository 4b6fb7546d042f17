package de.kreislaufstadt.survey;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lead says whom it asks what and until when. */
@Component
class PrepareSurvey implements TaskHandler<PrepareSurvey.Form> {

    private final SurveyTable table;
    private final InvolvedDepartments involved;
    private final Departments departments;
    private final Clock clock;

    PrepareSurvey(SurveyTable table, InvolvedDepartments involved, Departments departments, Clock clock) {
        this.table = table;
        this.involved = involved;
        this.departments = departments;
        this.clock = clock;
    }

    record Form(String aim, String guidance, Set<String> departments, LocalDate until, String mailbox) {}

    @Override
    public String task() {
        return "prepare-survey";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of("departments", involved.in(task));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departmentOptions", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        if (!form.until().isAfter(LocalDate.now(clock))) {
            throw FormRefused.at("until", "survey.until.notAfterToday");
        }
        table.add(
                task,
                new Survey(UUID.randomUUID(), form.aim(), form.guidance(), form.mailbox(), form.until()),
                form.departments());
        return Outcome.of("surveyDepartments", form.departments()).and("surveyUntil", form.until());
    }
}
