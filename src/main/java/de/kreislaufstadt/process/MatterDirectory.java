package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What tasks are about that are no measures. The module that owns such matters answers what {@link MeasureDirectory} answers for
 * measures: what a task's head, its card, a search and a person's file say. Their ids lie in table {@code matter}, their keys are
 * the business keys of their processes and can be told from numbers of measures.
 */
public interface MatterDirectory {

    /** @return whether a business key is one of a matter of this module, by its form alone, e.g. {@code MA-STRATEGY-1} */
    boolean owns(String key);

    /** @return key, title and state in German; empty if the municipality has no such matter */
    Optional<MeasureDirectory.Card> card(String municipality, UUID id);

    /** @return the same by key, for those keys that exist in the municipality; in one statement */
    Map<String, MeasureDirectory.Card> cards(String municipality, Collection<String> keys);

    /**
     * @param word part of a key or of a title, in upper or lower case
     * @return keys of the municipality's matters that fit
     */
    List<String> matching(String municipality, String word);
}
