package de.kreislaufstadt.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A reporting round.
 *
 * @param key what people call it by, e.g. {@code BR-2026-1}; business key of its process
 * @param cutOff day that all reports describe at the latest
 * @param due last day to report
 * @param expected measures that are to report; those that rest do not count
 * @param instanceId the engine's id of its process
 * @param closeReason why it was closed although reports were missing; null if none was
 * @param paperNumber null until the council paper has one
 * @param nextDue last day for what waits for the unit or its head; null as long as leads report
 */
record Round(
        UUID id,
        String key,
        String name,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate cutOff,
        LocalDate due,
        RoundState state,
        int expected,
        int reported,
        String instanceId,
        String closeReason,
        String paperNumber,
        LocalDate paperDate,
        String paperText,
        OffsetDateTime releasedAt,
        OffsetDateTime frozenAt,
        LocalDate nextDue) {

    boolean isPaperComplete() {
        return paperNumber != null && paperDate != null && paperText != null;
    }
}
