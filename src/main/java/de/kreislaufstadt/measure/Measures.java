package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The measures of a municipality, for the modules that own a phase. */
public interface Measures {

    /**
     * @return the measure with the current version of its record
     * @throws java.util.NoSuchElementException if the municipality has no such measure
     */
    Measure find(String municipality, UUID id);

    /**
     * @return the first day that a decision about the measure can have: its begin; {@link java.time.LocalDate#MIN} where it was
     *     proposed before it begins, since such a measure is decided first
     */
    LocalDate decidableFrom(String municipality, UUID id);

    /** @return the measure with this number, if the municipality has one */
    Optional<Measure> findByNumber(String municipality, String number);

    /**
     * Notes why the measure is about to be rejected, cancelled, paused or deferred. Must be called before the process
     * enters such a state, since the reason is published with it.
     *
     * @param reason German, at most 2000 characters, no personal data
     */
    void explain(String municipality, UUID id, String reason);
}
