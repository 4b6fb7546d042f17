package de.kreislaufstadt.association.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.knowledge.KnowledgeSource;
import de.kreislaufstadt.starterproject.ProjectOutline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was shared, as it was on that day.
 *
 * @param fields names of the fields of the circular economy it is about
 * @param components names of the components it is about
 * @param knowledge null for a starter project
 * @param project null for a knowledge item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedContent(List<String> fields, List<String> components, KnowledgeSource knowledge, ProjectOutline project) {

    /** What can be shared. */
    enum Kind {
        KNOWLEDGE,
        STARTER_PROJECT
    }

    static SharedContent of(KnowledgeSource source) {
        return new SharedContent(
                source.circularFields().stream().map(Enum::name).toList(),
                source.components().stream().map(Enum::name).toList(),
                source,
                null);
    }

    static SharedContent of(ProjectOutline outline) {
        return new SharedContent(List.of(outline.field().name()), List.of(), null, outline);
    }

    String title() {
        return knowledge == null ? project.title() : knowledge.title();
    }

    /** @return everything somebody has written, by field */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", title());
        if (knowledge != null) {
            put(texts, "publisher", knowledge.publisher());
            put(texts, "url", knowledge.url());
            put(texts, "keyStatements", String.join("\n", knowledge.keyStatements()));
        } else {
            put(texts, "problem", project.problem());
            put(texts, "solution", project.solution());
            put(texts, "goal", project.goal());
            put(texts, "materialStream", project.materialStream());
            put(texts, "indicators", String.join("\n", project.indicators()));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String field, String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
