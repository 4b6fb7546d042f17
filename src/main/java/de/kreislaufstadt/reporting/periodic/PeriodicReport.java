package de.kreislaufstadt.reporting.periodic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report of a municipality: a draft that can still be changed, or frozen.
 *
 * @param version 1 for the first report of a period, more for each that corrects a frozen one
 * @param correction why it corrects the one before; null for the first
 * @param preface what the climate staff unit says in front; null for nothing
 * @param authors engine user ids of all who put it together or changed it since, the first one first
 * @param releasedAt when it was released and thereby frozen; null for a draft
 * @param releasedBy by whom
 * @param fingerprint SHA-256 of what was frozen, 64 hex digits; null for a draft
 */
record PeriodicReport(
        UUID id,
        Period period,
        int version,
        String correction,
        String preface,
        ReportContent content,
        List<String> authors,
        Instant createdAt,
        Instant releasedAt,
        String releasedBy,
        String fingerprint) {

    boolean isFrozen() {
        return releasedAt != null;
    }
}
