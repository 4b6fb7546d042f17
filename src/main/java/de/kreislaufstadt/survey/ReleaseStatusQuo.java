package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.survey.ReviewTable.Subject;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The climate staff unit releases the summary or gives it back with a comment. */
@Component
class ReleaseStatusQuo implements TaskHandler<ReleaseStatusQuo.Form> {

    private final StatusQuoTable table;
    private final ReviewTable reviews;
    private final SurveyFigures figures;
    private final SurveyView view;
    private final FourEyes fourEyes;
    private final ApplicationEventPublisher events;

    ReleaseStatusQuo(
            StatusQuoTable table,
            ReviewTable reviews,
            SurveyFigures figures,
            SurveyView view,
            FourEyes fourEyes,
            ApplicationEventPublisher events) {
        this.table = table;
        this.reviews = reviews;
        this.figures = figures;
        this.view = view;
        this.fourEyes = fourEyes;
        this.events = events;
    }

    record Form(ReviewResult result, String comment) {}

    @Override
    public String task() {
        return "release-status-quo";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of(
                "statusQuo", view.statusQuo(table.find(task).orElseThrow()),
                "counts", figures.counts(task));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "summarise-status-quo");
        reviews.add(task, Subject.STATUS_QUO, form.result(), form.comment());
        if (form.result() == ReviewResult.RELEASE) {
            table.release(task);
            events.publishEvent(new StatusQuoReleased(task.municipality(), task.measureId()));
            events.publishEvent(new PublicContentChanged(
                    task.municipality(), task.measureId(), PublicContentChanged.Cause.PHASE_SUMMARY, true));
        }
        return Outcome.of("releaseResult", form.result());
    }
}
