package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ReviewTable.Subject;
import de.kreislaufstadt.survey.StakeholderTable.Evaluated;
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
    private final ApplicationEventPublisher events;

    ReviewStakeholders(
            StakeholderTable table,
            ReviewTable reviews,
            StakeholderView view,
            FourEyes fourEyes,
            ApplicationEventPublisher events) {
        this.table = table;
        this.reviews = reviews;
        this.view = view;
        this.fourEyes = fourEyes;
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
                "internal", view.internal(rows));
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
