package de.kreislaufstadt.steering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * How far a batch has got.
 *
 * @param kind code of the intervention
 * @param begunBy name of who began it
 * @param done items it was done with
 * @param refused items it could not be done with
 * @param leftOut items that were cancelled with the rest
 * @param open items that are still to come
 * @param mayCancel whether the reader may cancel the rest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Batch(
        UUID id,
        String kind,
        String begunBy,
        Instant begunAt,
        Instant finishedAt,
        int total,
        int done,
        int refused,
        int leftOut,
        int open,
        boolean mayCancel) {}
