package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import java.util.List;
import java.util.UUID;

/** Data of the form {@code bundle-ideas}. */
record BundleForm(BundleResult bundleResult, List<Row> ideas, String setAsideReason, String reason) {

    /**
     * An idea that becomes a sketch.
     *
     * @param sources workshop ideas it contains; none for an idea of the department's own
     */
    record Row(String title, CircularField field, String department, List<UUID> sources, String description) {}
}
