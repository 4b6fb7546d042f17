package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.List;
import java.util.Set;

/**
 * A knowledge item without what a municipality thinks of it: fit for others to read.
 *
 * @param kind name of its kind, e.g. {@code STUDY}
 * @param publisher organisation; null where none is named
 * @param year null where none is named
 * @param url null where there is none
 */
public record KnowledgeSource(
        String title,
        String kind,
        String publisher,
        Integer year,
        String url,
        Set<CircularField> circularFields,
        Set<ModelComponent> components,
        List<String> keyStatements) {}
