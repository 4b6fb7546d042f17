package de.kreislaufstadt.gate;

import java.util.List;
import java.util.UUID;

/**
 * A round of signatures about one fixed version of a proposal.
 *
 * @param number of the round among all of the measure
 * @param version of the record
 * @param hash SHA-256 of the version and of the additions
 * @param additions changes that earlier signers have made part of what is signed; null for none
 * @param outcome null while it is open
 * @param statement what the lead says about it; null for nothing
 */
record Round(
        UUID id,
        int number,
        int version,
        String hash,
        String additions,
        Outcome outcome,
        String statement,
        List<Signature> signatures) {

    enum Outcome {
        FORWARD,
        REWORK,
        /** What was signed has changed: none of its signatures counts any more. */
        RESET
    }
}
