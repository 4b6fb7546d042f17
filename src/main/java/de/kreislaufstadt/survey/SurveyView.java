package de.kreislaufstadt.survey;

import static java.util.stream.Collectors.joining;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.StatusQuoTable.Counts;
import de.kreislaufstadt.survey.StatusQuoTable.Mean;
import de.kreislaufstadt.survey.SurveyAnswerTable.Point;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of the survey show read-only. */
@Component
class SurveyView {

    private final Texts texts = Texts.of("survey");
    private final Departments departments;

    SurveyView(Departments departments) {
        this.departments = departments;
    }

    /** What the lead asks for. */
    String assignment(Survey survey) {
        String guidance = survey.guidance() == null ? "" : Markdown.escape(survey.guidance());
        return texts.get(
                "survey.view.assignment",
                Markdown.escape(survey.aim()),
                Markdown.escape(day(survey.until())),
                Markdown.escape(survey.mailbox()),
                guidance);
    }

    /** Who has answered and who is missing. */
    String asked(TaskContext task, Survey survey, List<SurveyTable.Asked> asked) {
        List<List<String>> rows = asked.stream()
                .map(row -> List.of(
                        departments.nameOf(task.municipality(), row.department()),
                        texts.name("survey.answerState", row.state())))
                .toList();
        return texts.get("survey.view.until", Markdown.escape(day(survey.until()))) + "\n\n"
                + Markdown.table(head("department", "answer"), rows);
    }

    /** Rows the lead starts from: what the departments said on average. */
    List<MaturityRow> maturity(List<Mean> means) {
        return allComponents(means.stream()
                .map(mean ->
                        new MaturityRow(mean.component(), mean.level(), texts.get("survey.view.mean", mean.answers())))
                .toList());
    }

    /** One row per component of the model approach, without a level where it is not assessed. */
    static List<MaturityRow> allComponents(List<MaturityRow> rated) {
        return Arrays.stream(ModelComponent.values())
                .map(component -> rated.stream()
                        .filter(row -> row.component() == component)
                        .findFirst()
                        .orElse(new MaturityRow(component, null, null)))
                .toList();
    }

    /** Sizes of the survey, and the maturity per component. */
    String counts(Counts counts, List<Mean> means, String stakeholders) {
        String answers = texts.get("survey.view.counts", counts.answered(), counts.silent(), counts.activities());
        List<List<String>> rows = means.stream()
                .map(mean ->
                        List.of(mean.component().label(), String.valueOf(mean.level()), String.valueOf(mean.answers())))
                .toList();
        return answers + "\n\n" + stakeholders + "\n\n"
                + Markdown.table(head("component", "level", "assessments"), rows);
    }

    /** All points of the departments, quarter by quarter. */
    String swot(List<Point> points) {
        return Stream.of(SwotKind.values())
                .filter(kind -> points.stream().anyMatch(point -> point.kind() == kind))
                .map(kind -> "**" + texts.name("survey.swot", kind) + "**\n\n"
                        + Markdown.list(points.stream()
                                .filter(point -> point.kind() == kind)
                                .map(Point::text)
                                .toList()))
                .collect(joining("\n"));
    }

    /** The summary as the releasing department reads it. */
    String statusQuo(StatusQuo statusQuo) {
        List<List<String>> rows = statusQuo.maturity().stream()
                .map(row -> List.of(row.component().label(), String.valueOf(row.level()), row.evidence()))
                .toList();
        return texts.get(
                        "survey.view.statusQuo",
                        Markdown.escape(statusQuo.summary()),
                        Markdown.escape(statusQuo.source()),
                        Markdown.escape(day(statusQuo.asOf())),
                        Markdown.escape(statusQuo.conclusions()),
                        statusQuo.openQuestions() == null ? "–" : Markdown.escape(statusQuo.openQuestions()))
                + "\n\n" + Markdown.table(head("component", "level", "evidence"), rows);
    }

    private List<String> head(String... columns) {
        return Arrays.stream(columns)
                .map(column -> texts.get("survey.column." + column))
                .toList();
    }

    private static String day(LocalDate date) {
        return ReadersLanguage.day(date);
    }
}
