package de.kreislaufstadt.measure;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a measure's record as it is stored.
 *
 * @param version 1 for the first
 * @param createdBy engine user id of the author
 */
record Version(
        UUID id, int version, String lead, MeasureRecord record, Source source, String createdBy, Instant createdAt) {}
