package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicationTable.Confirmed;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What forms show of a version: all that would be read outside, part by part, and what is different from what is read today. */
@Component
class Preview {

    private final Texts texts = Texts.of("publication");
    private final PublicWords words;
    private final JdbcClient jdbc;

    Preview(PublicWords words, JdbcClient jdbc) {
        this.words = words;
        this.jdbc = jdbc;
    }

    /** @return the version as a table of its parts, in Markdown */
    String of(ReleasedMeasure version) {
        return Markdown.table(
                head("publication.preview.head"),
                words.of(version).stream()
                        .map(line -> List.of(line.label(), line.text()))
                        .toList());
    }

    /** @param before what is public now; null where nothing is */
    String changes(ReleasedMeasure before, ReleasedMeasure after) {
        if (before == null) {
            return Markdown.escape(texts.get("publication.changes.first"));
        }
        Map<String, String> old = byLabel(before);
        Map<String, String> now = byLabel(after);
        Set<String> labels = new LinkedHashSet<>(now.keySet());
        labels.addAll(old.keySet());
        List<List<String>> rows = labels.stream()
                .filter(label -> !Objects.equals(old.get(label), now.get(label)))
                .map(label -> List.of(label, old.getOrDefault(label, "–"), now.getOrDefault(label, "–")))
                .toList();
        return rows.isEmpty()
                ? Markdown.escape(texts.get("publication.changes.none"))
                : Markdown.table(head("publication.changes.head"), rows);
    }

    private Map<String, String> byLabel(ReleasedMeasure version) {
        return words.of(version).stream()
                .collect(Collectors.toMap(
                        PublicWords.Line::label,
                        PublicWords.Line::text,
                        (one, other) -> one + "\n" + other,
                        LinkedHashMap::new));
    }

    /** @return what the check has found, or that it has found nothing */
    String findings(List<Finding> findings, List<String> unsourced) {
        List<List<String>> rows = new ArrayList<>();
        findings.forEach(finding -> rows.add(
                List.of(finding.label(), texts.name("publication.finding", finding.kind()), finding.excerpt())));
        unsourced.forEach(part -> rows.add(
                List.of(texts.get("publication.part." + part), texts.get("publication.finding.unsourced"), "–")));
        return rows.isEmpty()
                ? Markdown.escape(texts.get("publication.finding.none"))
                : Markdown.table(head("publication.finding.head"), rows);
    }

    /** @return names that the lead has said to be nobody's, and why; empty where there are none */
    String confirmed(List<Confirmed> confirmed) {
        return Markdown.table(
                head("publication.confirmed.head"),
                confirmed.stream()
                        .map(one -> List.of(label(one.field()), one.reason()))
                        .toList());
    }

    private String label(String path) {
        return texts.get("publication.part." + path.split("[.\\[]", 2)[0]);
    }

    /** @return what the last release that was refused asks for; null where none was, or it has been answered since */
    String returned(TaskContext task) {
        return jdbc.sql("""
                        select kind, note, created_at from publication_event
                        where municipality_id = :municipality and measure_id = :measure and kind <> 'CHECKED'
                        order by created_at desc, id limit 1
                        """)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .query((row, i) -> "RETURNED".equals(row.getString("kind"))
                        ? Stream.of(texts.get("publication.returned"), row.getString("note"))
                                .filter(Objects::nonNull)
                                .map(Markdown::escape)
                                .collect(Collectors.joining(" "))
                        : "")
                .optional()
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private List<String> head(String key) {
        return List.of(texts.get(key).split(";"));
    }
}
