package de.kreislaufstadt.released;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Puts before the public what {@code publication} has found fit for it, in the caller's transaction. Only that module may ask
 * for this (a rule of the architecture test): nothing else has been through the check and the second pair of eyes.
 */
public interface Releasing {

    /**
     * Makes a version public. The slug follows the title; the one before leads to it for ever.
     *
     * @param causes codes of what has changed since the version before
     * @return number of the version, 1 for the first
     */
    int release(String municipality, UUID measure, ReleasedMeasure content, Set<String> causes);

    /** Takes a measure off the public pages; its versions stay and return with the next release. Does nothing where it is not public. */
    void withdraw(String municipality, UUID measure);

    /**
     * Says what is true now of measures that are public; what has not changed is left alone, whatever {@link LiveState#changedAt}
     * says. Meant for the moment just before the commit, as {@link #unpublished}: what changes is marked at once then.
     */
    void live(String municipality, Collection<Live> now);

    /**
     * Takes fields out of all released versions, withdrawn measures included: what is not public any more must not be read in an
     * older version either.
     *
     * @param fields as the decision table {@code field-visibility} names them
     * @return how many versions have changed
     * @throws IllegalArgumentException if there is no measure without one of them
     */
    int withhold(String municipality, Set<String> fields);

    /** Says how many decided measures are not public. */
    void unpublished(String municipality, int decided);

    /** Says that decided measures have come in that are not public: so many more than there were. */
    void moreUnpublished(String municipality, int decided);

    /**
     * Makes the time facts of a period public, once and for all.
     *
     * @throws IllegalStateException if the period has been released already
     */
    void times(String municipality, TimeFacts facts);

    /**
     * Marks a municipality as changed, so that no page of it is taken for fresh; written once, just before the commit. Releasing,
     * withdrawing and saying something new do this themselves.
     */
    void touch(String municipality);

    /** What is true of a measure now. */
    record Live(UUID measure, LiveState state) {}
}
