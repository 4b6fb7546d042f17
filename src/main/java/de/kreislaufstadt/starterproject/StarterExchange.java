package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Starter projects on their way to other municipalities, and what comes from them as an idea for a measure of one's own. */
public interface StarterExchange {

    /** @return adopted starter projects of these measures, by title */
    List<Shareable> shareable(String municipality, Collection<UUID> measures);

    /** @return one of them; empty for anything else */
    Optional<Shareable> find(String municipality, UUID project);

    /** @return those of these measures whose ideas will still be bundled: their decision orders the choice of starter projects, and it is ahead */
    Set<UUID> takingIdeas(String municipality, Collection<UUID> measures);

    /**
     * Lays an idea beside those of the workshops, for whoever bundles them.
     *
     * @return its id
     * @throws de.kreislaufstadt.form.FormRefused if an idea of this title lies there
     * @throws java.util.NoSuchElementException if the measure does not take ideas
     */
    UUID offer(String municipality, UUID measure, Offer offer);

    /** A project that may be shared. */
    record Shareable(UUID id, UUID measure, ProjectOutline outline) {}

    /**
     * @param description 1 to 4000 characters
     * @param from which municipality, as of when, in words
     * @param by engine user id
     */
    record Offer(String title, CircularField field, String description, String from, String by) {}
}
