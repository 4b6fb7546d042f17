package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What reviewers read inside their form. */
@Component
class MeasureView {

    private final VersionReader versions;
    private final VersionFields fields;
    private final DepartmentDirectory departments;
    private final Texts texts = Texts.of("measure");

    MeasureView(VersionReader versions, VersionFields fields, DepartmentDirectory departments) {
        this.versions = versions;
        this.fields = fields;
        this.departments = departments;
    }

    /** @return the current version of the record as a table of what it states, in Markdown */
    String proposal(String municipality, UUID measureId) {
        Version version = versions.current(municipality, measureId);
        List<List<String>> rows = Stream.concat(
                        fields.of(municipality, version).stream(), Stream.of(fields.source(version)))
                .map(field -> List.of(field.label(), field.value()))
                .toList();
        return texts.get("measure.view.lead", Markdown.escape(departments.nameOf(municipality, version.lead())))
                + "\n\n"
                + Markdown.table(List.of(texts.get("measure.view.field"), texts.get("measure.view.value")), rows);
    }

    /** @return an evaluation, in Markdown */
    String evaluation(EvaluationForm evaluation) {
        List<List<String>> goals = evaluation.goals().stream()
                .map(goal -> List.of(goal.goal(), texts.name("measure.goalResult", goal.result()), goal.explanation()))
                .toList();
        List<String> head = List.of(
                texts.get("measure.view.goal"),
                texts.get("measure.view.result"),
                texts.get("measure.view.explanation"));
        return Markdown.table(head, goals)
                + paragraph("measure.view.summary", evaluation.summary())
                + paragraph("measure.view.lessons", evaluation.lessons())
                + paragraph("measure.view.continuation", evaluation.continuation());
    }

    private String paragraph(String key, String text) {
        return text == null ? "" : "\n\n**" + texts.get(key) + ":** " + Markdown.escape(text);
    }
}
