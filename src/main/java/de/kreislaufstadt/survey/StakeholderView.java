package de.kreislaufstadt.survey;

import static java.util.stream.Collectors.joining;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.StakeholderTable.Evaluated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What forms show of a stakeholder analysis. Contact persons are shown only where they are entered. */
@Component
class StakeholderView {

    private final Texts texts = Texts.of("survey");
    private final Departments departments;

    StakeholderView(Departments departments) {
        this.departments = departments;
    }

    /** The organisations with their ratings, and what the decision tables say about them. */
    String evaluation(TaskContext task, List<Evaluated> rows) {
        List<List<String>> table = new ArrayList<>();
        for (Evaluated evaluated : rows) {
            StakeholderForm row = evaluated.row();
            table.add(List.of(
                    row.organisation(),
                    row.participantGroup().label(),
                    row.influence() + " / " + row.interest() + " / " + row.attitude(),
                    texts.name("survey.quadrant", evaluated.evaluation().quadrant()),
                    texts.name("survey.involvement", evaluated.evaluation().involvement()),
                    evaluated.evaluation().advice().stream()
                            .map(code -> texts.getOr("survey.advice." + code, code))
                            .collect(joining("; ")),
                    row.supervisingUnit() == null
                            ? "–"
                            : departments.nameOf(task.municipality(), row.supervisingUnit())));
        }
        return Markdown.table(
                head("organisation", "group", "rating", "quadrant", "involvement", "advice", "supervisingUnit"), table);
    }

    /** How many organisations there are, by quadrant. */
    String counts(List<Evaluated> rows) {
        return texts.get(
                "survey.view.stakeholderCounts",
                rows.size(),
                Arrays.stream(Quadrant.values())
                        .map(quadrant -> texts.name("survey.quadrant", quadrant) + " " + count(rows, quadrant))
                        .collect(joining(", ")));
    }

    /** What the reviewer asked to change; empty if nothing. */
    String returned(Optional<String> comment) {
        return comment.map(text -> texts.get("survey.view.returned", Markdown.escape(text)))
                .orElse("");
    }

    private static long count(List<Evaluated> rows, Quadrant quadrant) {
        return rows.stream()
                .filter(row -> row.evaluation().quadrant() == quadrant)
                .count();
    }

    private List<String> head(String... columns) {
        return Arrays.stream(columns)
                .map(column -> texts.get("survey.column." + column))
                .toList();
    }
}
