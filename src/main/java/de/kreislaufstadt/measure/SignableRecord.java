package de.kreislaufstadt.measure;

import java.util.Set;
import java.util.UUID;

/** The record of a proposal as departments sign it. */
public interface SignableRecord {

    /** @return what decides who has to sign */
    Touches touches(String municipality, UUID measureId);

    /** @return the current version, fixed by a hash of all it states */
    Fixed fixed(String municipality, UUID measureId);

    /** @return a fixed version as people read it, in Markdown */
    String text(String municipality, UUID measureId);

    /**
     * What a proposal touches.
     *
     * @param cityBudget whether it takes money of the city's budget
     */
    record Touches(Set<CircularField> circularFields, boolean cityBudget) {}

    /**
     * @param version number of the version
     * @param hash SHA-256 of what it states, 64 hexadecimal digits
     */
    record Fixed(int version, String hash) {}
}
