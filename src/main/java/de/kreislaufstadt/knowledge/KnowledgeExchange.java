package de.kreislaufstadt.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knowledge items on their way to other municipalities and from them. */
public interface KnowledgeExchange {

    /** @return items of these measures whose knowledge building was found complete, by title; those taken over from others are not theirs to give */
    List<Shareable> shareable(String municipality, Collection<UUID> measures);

    /** @return one of them; empty for anything else */
    Optional<Shareable> find(String municipality, UUID item);

    /** @return goals of those of these measures that are in knowledge building, in the order of their positions */
    List<Goal> goals(String municipality, Collection<UUID> measures);

    /**
     * Adds an item to a goal as if its department had found it.
     *
     * @return id of the item
     * @throws de.kreislaufstadt.form.FormRefused if the goal has an item of this title
     * @throws java.util.NoSuchElementException if there is no such goal, or its measure is not in knowledge building
     */
    UUID takeOver(String municipality, UUID goal, Taken taken);

    /** An item that may be shared. */
    record Shareable(UUID id, UUID measure, KnowledgeSource source) {}

    /** A goal that items can be added to. */
    record Goal(UUID id, UUID measure, int position, String question) {}

    /**
     * What is taken over.
     *
     * @param relevance to the own measure, 1 (low) to 4 (high)
     * @param transferability to the own city, 1 to 4; null where nobody has judged it
     * @param from which municipality, as of when, in words
     * @param by engine user id
     */
    record Taken(KnowledgeSource source, int relevance, Integer transferability, String from, String by) {}
}
