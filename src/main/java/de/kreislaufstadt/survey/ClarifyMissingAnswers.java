package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Some departments have not answered in time: the lead waits longer or closes the survey with a reason. */
@Component
class ClarifyMissingAnswers implements TaskHandler<ClarifyMissingAnswers.Form> {

    private final SurveyTable table;
    private final SurveyView view;
    private final Clock clock;

    ClarifyMissingAnswers(SurveyTable table, SurveyView view, Clock clock) {
        this.table = table;
        this.view = view;
        this.clock = clock;
    }

    enum Result {
        WAIT,
        CLOSE
    }

    record Form(Result result, LocalDate until, String reason) {}

    @Override
    public String task() {
        return "clarify-missing-answers";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Survey survey = table.current(task);
        return Map.of("answers", view.asked(task, survey, table.asked(task, survey.id())));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Survey survey = table.current(task);
        if (form.result() == Result.CLOSE) {
            table.close(task, survey.id(), form.reason());
            return Outcome.of("clarifyResult", form.result());
        }
        if (!form.until().isAfter(LocalDate.now(clock))) {
            throw FormRefused.at("until", "survey.until.notAfterToday");
        }
        table.extend(task, survey.id(), form.until());
        return Outcome.of("clarifyResult", form.result()).and("surveyUntil", form.until());
    }
}
