package de.kreislaufstadt.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A document with its versions.
 *
 * @param step the step it was attached in; null where it was attached to the measure's record
 * @param department key of the department that attached it
 * @param deletion null unless somebody has deleted it, or the record of its measure has had its time
 * @param versions oldest first, never empty
 */
record Document(
        UUID id,
        UUID measureId,
        DocumentKind kind,
        Step step,
        String department,
        String createdBy,
        Instant createdAt,
        Deletion deletion,
        List<Version> versions) {

    /**
     * @param name of the task, as people read it
     * @param items what the step was about, as {@code name=value}
     */
    record Step(String process, String task, String name, List<String> items) {}

    /**
     * @param by who has deleted it; null with {@code at} and {@code until} where the content went with the measure's record
     * @param until last day before the content goes
     * @param contentGone whether it has gone
     */
    record Deletion(String by, Instant at, LocalDate until, boolean contentGone) {}

    /**
     * One file.
     *
     * @param size in bytes
     * @param sha256 of the content, in hexadecimal digits
     */
    record Version(
            UUID id,
            int number,
            String name,
            String mediaType,
            long size,
            String sha256,
            String department,
            String by,
            Instant at) {}

    Version latest() {
        return versions.get(versions.size() - 1);
    }

    boolean isDeleted() {
        return deletion != null;
    }

    /**
     * @return whether it matters in a step: one of the same process that is not about something else. The minutes of a workshop
     *     come back in every later step about that workshop, evidence of a work package where its project is closed.
     */
    boolean mattersIn(Step other) {
        return step != null && step.process().equals(other.process()) && agree(step.items(), other.items());
    }

    private static boolean agree(List<String> some, List<String> others) {
        Map<String, String> byName = StepItems.byName(others);
        return StepItems.byName(some).entrySet().stream()
                .allMatch(item -> item.getValue().equals(byName.getOrDefault(item.getKey(), item.getValue())));
    }

    /** @return the version with this number */
    Version version(int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(DocumentRefused::notFound);
    }
}
