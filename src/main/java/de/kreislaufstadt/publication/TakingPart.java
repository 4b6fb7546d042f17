package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How people can take part in measures, for whoever knows it from elsewhere before the measure is prepared for its page. */
public interface TakingPart {

    /** @return what is said of these measures, by the id of the measure; nothing where nothing is. In one statement */
    Map<UUID, Participation> of(String municipality, Collection<UUID> measures);

    /**
     * Says how to take part in a measure. One that is public, or on its way there, gets another version with it; of any other it is
     * proposed when its publication is prepared.
     */
    void say(String municipality, UUID measure, Participation participation);
}
