package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.List;
import java.util.Set;

/**
 * A source that helps to answer a knowledge goal, as the form asks for it.
 *
 * @param keyStatements what it says, one statement per line
 * @param relevance 1 (low) to 4 (high)
 * @param transferability to the own city, 1 (low) to 4 (high); null where it was not judged
 */
record KnowledgeItem(
        String title,
        KnowledgeKind kind,
        String publisher,
        Integer year,
        String url,
        Set<CircularField> circularFields,
        Set<ModelComponent> components,
        String keyStatements,
        Integer relevance,
        Integer transferability) {

    /** @return the statements without blank lines */
    List<String> statements() {
        return keyStatements
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
