package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ReportedValueText;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.starterproject.ProposalTable.Chosen;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a body decides on, whole: every proposed project with its sketch, its rating and the reasons. */
@Component
class ProposedProjects {

    private static final Texts TEXTS = Texts.of("starterproject");

    private final SketchTable sketches;
    private final RatingTable ratings;
    private final ReportedValues reportedValues;
    private final Departments departments;
    private final FilledForm filled;

    ProposedProjects(
            SketchTable sketches,
            RatingTable ratings,
            ReportedValues reportedValues,
            Departments departments,
            FilledForm filled) {
        this.sketches = sketches;
        this.ratings = ratings;
        this.reportedValues = reportedValues;
        this.departments = departments;
        this.filled = filled;
    }

    /** @return the sketches and ratings of these choices in Markdown, one after the other */
    String text(String municipality, List<Chosen> choices) {
        return choices.stream().map(choice -> text(municipality, choice)).collect(Collectors.joining("\n\n"));
    }

    private String text(String municipality, Chosen choice) {
        return "### " + Markdown.escape(choice.title()) + "\n\n" + sketch(municipality, choice.sketchId()) + "\n\n"
                + rating(municipality, choice);
    }

    /** @return everything a version of a sketch says */
    String sketch(String municipality, UUID id) {
        Map<String, Object> entries =
                new HashMap<>(sketches.get(municipality, id).entries());
        entries.put("indicators", sketches.indicators(municipality, id));
        FilledForm.Filled sketch = filled.of("sketch-project", entries);
        reportedValues
                .of(municipality, id)
                .forEach((field, value) -> sketch.written(field, ReportedValueText.full(value)));
        return sketch.markdown();
    }

    private String rating(String municipality, Chosen choice) {
        Map<String, Object> entries = new HashMap<>(ratings.entries(municipality, choice.sketchId()));
        if (entries.isEmpty()) {
            return "";
        }
        entries.computeIfPresent("knockOuts", (name, codes) -> list(codes));
        entries.computeIfPresent("consulted", (name, keys) -> list(keys));
        String head = TEXTS.get(
                "starterproject.decision.rating",
                Markdown.escape(String.format(ReadersLanguage.numbers(), "%.2f", (BigDecimal) entries.get("score"))),
                Markdown.escape(choice.recommendation().label()));
        return head + "\n\n"
                + filled.of("rate-project", entries)
                        .options("departments", departments.options(municipality))
                        .markdown();
    }

    private static List<String> list(Object joined) {
        return joined.toString().isEmpty()
                ? List.of()
                : List.of(joined.toString().split(","));
    }
}
