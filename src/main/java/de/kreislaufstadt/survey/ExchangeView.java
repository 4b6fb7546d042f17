package de.kreislaufstadt.survey;

import static java.util.stream.Collectors.joining;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.ActivityTable.Reported;
import de.kreislaufstadt.survey.ExchangeTable.Asked;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the lead finds prefilled after an exchange. */
@Component
class ExchangeView {

    private static final int MAX_TEXT_LENGTH = 4000;

    private final Texts texts = Texts.of("survey");
    private final Departments departments;

    ExchangeView(Departments departments) {
        this.departments = departments;
    }

    /** Which departments had news, and what they remarked. */
    String reports(TaskContext task, List<Asked> asked) {
        List<List<String>> rows = asked.stream()
                .map(row -> List.of(
                        departments.nameOf(task.municipality(), row.department()),
                        texts.name("survey.news", row.state()),
                        row.remarks() == null ? "–" : row.remarks()))
                .toList();
        return Markdown.table(
                List.of(
                        texts.get("survey.column.department"),
                        texts.get("survey.column.news"),
                        texts.get("survey.column.remarks")),
                rows);
    }

    /** New and changed activities as plain text, one per line; fits the field it prefills. */
    String activities(TaskContext task, List<Reported> reported) {
        if (reported.isEmpty()) {
            return texts.get("survey.view.noNewActivities");
        }
        String lines = reported.stream()
                .map(activity -> texts.get(
                        "survey.view.reportedActivity",
                        activity.name(),
                        departments.nameOf(task.municipality(), activity.department()),
                        texts.name("survey.change", activity.change()),
                        texts.name("survey.activityState", activity.state())))
                .collect(joining("\n"));
        return lines.length() > MAX_TEXT_LENGTH ? lines.substring(0, MAX_TEXT_LENGTH - 1) + "…" : lines;
    }
}
