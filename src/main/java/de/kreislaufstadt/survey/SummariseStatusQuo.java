package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ReviewTable.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lead sums up where the city stands, starting from what the survey has brought in. */
@Component
class SummariseStatusQuo implements TaskHandler<StatusQuo> {

    private final StatusQuoTable table;
    private final ReviewTable reviews;
    private final SurveyFigures figures;
    private final StakeholderView view;
    private final Clock clock;

    SummariseStatusQuo(
            StatusQuoTable table, ReviewTable reviews, SurveyFigures figures, StakeholderView view, Clock clock) {
        this.table = table;
        this.reviews = reviews;
        this.figures = figures;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "summarise-status-quo";
    }

    @Override
    public Class<StatusQuo> form() {
        return StatusQuo.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> data = new HashMap<>();
        data.put("returned", view.returned(reviews.lastComment(task, Subject.STATUS_QUO)));
        data.put("counts", figures.counts(task));
        data.put("swot", figures.swot(task));
        Optional<StatusQuo> earlier = table.find(task);
        if (earlier.isPresent()) {
            StatusQuo statusQuo = earlier.get();
            data.put("summary", statusQuo.summary());
            data.put("maturity", SurveyView.allComponents(statusQuo.maturity()));
            data.put("conclusions", statusQuo.conclusions());
            data.put("openQuestions", statusQuo.openQuestions());
            data.put("source", statusQuo.source());
            data.put("asOf", statusQuo.asOf().toString());
        } else {
            data.put("maturity", figures.proposedMaturity(task));
            data.put("source", Texts.of("survey").german("survey.statusQuo.source"));
            data.put("asOf", LocalDate.now(clock).toString());
        }
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, StatusQuo form) {
        Problems problems = new Problems();
        problems.check(!form.asOf().isAfter(LocalDate.now(clock)), "asOf", "survey.statusQuo.asOfInFuture");
        List<MaturityRow> maturity = MaturityRow.rated(form.maturity(), problems);
        problems.throwIfAny();
        table.save(task, form, maturity);
        return Outcome.none();
    }
}
