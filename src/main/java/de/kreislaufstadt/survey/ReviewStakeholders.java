package de.kreislaufstadt.survey;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ReviewTable.Subject;
import de.kreislaufstadt.survey.StakeholderTable.Evaluated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The climate staff unit approves the stakeholder analysis or gives it back with a comment. */
@Component
class ReviewStakeholders implements TaskHandler<ReviewStakeholders.Form> {

    private final StakeholderTable table;
    private final ReviewTable reviews;
    private final StakeholderView view;
    private final FourEyes fourEyes;
    private final FilledForm filled;
    private final Departments departments;
    private final ApplicationEventPublisher events;

    ReviewStakeholders(
            StakeholderTable table,
            ReviewTable reviews,
            StakeholderView view,
            FourEyes fourEyes,
            FilledForm filled,
            Departments departments,
            ApplicationEventPublisher events) {
        this.table = table;
        this.reviews = reviews;
        this.view = view;
        this.fourEyes = fourEyes;
        this.filled = filled;
        this.departments = departments;
        this.events = events;
    }

    record Form(ReviewResult result, String comment) {}

    @Override
    public String task() {
        return "review-stakeholders";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<Evaluated> rows = table.rows(task);
        return Map.of(
                "counts", view.counts(rows),
                "evaluation", view.evaluation(task, rows),
                "entries", entries(task, rows));
    }

    /**
     * Everything that was entered, also what is internal. Contact persons are left out: the reviewer judges organisations, and
     * the purpose for which contacts are kept is to invite them.
     */
    private String entries(TaskContext task, List<Evaluated> rows) {
        Map<String, Object> analysis = new HashMap<>();
        table.analysis(task).ifPresent(found -> analysis.put("method", found.method()));
        analysis.put("stakeholders", rows.stream().map(Evaluated::row).toList());
        return filled.of("analyse-stakeholders", analysis)
                .options("departmentOptions", departments.options(task.municipality()))
                .without("stakeholders.contact")
                .markdown();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "analyse-stakeholders");
        reviews.add(task, Subject.STAKEHOLDERS, form.result(), form.comment());
        if (form.result() == ReviewResult.APPROVE) {
            events.publishEvent(new StakeholdersApproved(task.municipality(), task.measureId()));
        }
        return Outcome.of("reviewResult", form.result());
    }
}
