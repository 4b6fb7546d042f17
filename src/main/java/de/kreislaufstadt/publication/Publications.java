package de.kreislaufstadt.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a measure stands with the public, for those inside: the page of the measure and the portfolio. */
public interface Publications {

    /** @return how the measure stands; never released where nothing is known of it */
    Standing of(String municipality, UUID measureId);

    /**
     * Takes a measure off the public pages at once. Needs no second person: what should not be public is gone first and talked
     * about afterwards. What was released returns with the next release.
     *
     * @param actor engine user id of who does it
     * @param reason German, internal
     */
    void withdraw(String municipality, UUID measureId, String actor, String reason);

    /**
     * Where a measure stands.
     *
     * @param version number of the released version; 0 where none is public
     * @param address path of the public page; empty where there is none
     * @param pending whether a publication is under way
     * @param held why the lead does not want it to be public yet; null where it does not say so
     */
    record Standing(int version, Instant releasedAt, Optional<String> address, boolean pending, String held) {}
}
