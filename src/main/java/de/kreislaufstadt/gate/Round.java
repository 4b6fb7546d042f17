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

    /** @return keys of the departments that have signed or refused */
    List<String> signers() {
        return signatures.stream()
                .filter(signature ->
                        signature.result() != null && signature.result().given())
                .map(Signature::department)
                .toList();
    }

    boolean anybodySigned() {
        return !signers().isEmpty();
    }

    enum Outcome {
        FORWARD,
        REWORK,
        /** What was signed has changed: none of its signatures counts any more. */
        RESET,
        /** The measure has ended before everybody had signed. */
        ENDED
    }
}
