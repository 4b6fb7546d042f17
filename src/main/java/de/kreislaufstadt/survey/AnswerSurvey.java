package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ActivityTable.Origin;
import de.kreislaufstadt.survey.SurveyAnswerTable.Answer;
import de.kreislaufstadt.survey.SurveyAnswerTable.Asked;
import de.kreislaufstadt.survey.SurveyAnswerTable.KeyFigure;
import de.kreislaufstadt.survey.SurveyAnswerTable.Point;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A department reports its activities and says where it stands. */
@Component
class AnswerSurvey implements TaskHandler<AnswerSurvey.Form> {

    private static final int MAX_ROWS = 50;

    private final SurveyTable surveys;
    private final SurveyAnswerTable answers;
    private final ActivityRegister register;
    private final SurveyView view;

    AnswerSurvey(SurveyTable surveys, SurveyAnswerTable answers, ActivityRegister register, SurveyView view) {
        this.surveys = surveys;
        this.answers = answers;
        this.register = register;
        this.view = view;
    }

    record Form(
            boolean noActivities,
            @Size(max = MAX_ROWS) List<ActivityForm> activities,
            @Size(max = MAX_ROWS) List<MaturityRow> maturity,
            @Size(max = MAX_ROWS) List<Text> strengths,
            @Size(max = MAX_ROWS) List<Text> weaknesses,
            @Size(max = MAX_ROWS) List<Text> opportunities,
            @Size(max = MAX_ROWS) List<Text> threats,
            @Size(max = MAX_ROWS) List<Figure> keyFigures,
            String remarks) {}

    record Text(String text) {}

    record Figure(String name, ReportedValueForm figure) {}

    @Override
    public String task() {
        return "answer-survey";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of(
                "assignment", view.assignment(surveys.current(task)),
                "activities", register.rows(task.municipality(), task.text("department")),
                "maturity", view.maturity(List.of()));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("activityOptions", register.options(task.municipality(), task.text("department")));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Answer answer = checked(form);
        String department = task.text("department");
        Asked asked = answers.asked(task, department);
        answers.save(task, asked.answer(), answer);
        register.report(task, department, new Origin(asked.survey(), null), form.activities());
        return Outcome.none();
    }

    private static Answer checked(Form form) {
        Problems problems = new Problems();
        problems.check(
                form.noActivities() || !form.activities().isEmpty(), "activities", "survey.activity.noneAndNotSaid");
        List<MaturityRow> maturity = MaturityRow.rated(form.maturity(), problems);
        Distinct.check(
                problems,
                "keyFigures",
                "name",
                form.keyFigures().stream().map(Figure::name).toList(),
                "survey.keyFigure.duplicate");
        List<KeyFigure> figures = new ArrayList<>();
        for (int i = 0; i < form.keyFigures().size(); i++) {
            keyFigure(form.keyFigures().get(i), "keyFigures[" + i + "].figure", figures, problems);
        }
        problems.throwIfAny();
        return new Answer(maturity, swot(form), figures, form.remarks());
    }

    private static void keyFigure(Figure row, String path, List<KeyFigure> figures, Problems problems) {
        ReportedValueForm.read(row.figure(), path, problems)
                .ifPresent(figure -> figures.add(new KeyFigure(row.name().strip(), figure)));
    }

    private static List<Point> swot(Form form) {
        return Stream.of(
                        points(SwotKind.STRENGTH, form.strengths()),
                        points(SwotKind.WEAKNESS, form.weaknesses()),
                        points(SwotKind.OPPORTUNITY, form.opportunities()),
                        points(SwotKind.THREAT, form.threats()))
                .flatMap(points -> points)
                .toList();
    }

    private static Stream<Point> points(SwotKind kind, List<Text> rows) {
        return rows.stream().map(row -> new Point(kind, row.text().strip()));
    }
}
