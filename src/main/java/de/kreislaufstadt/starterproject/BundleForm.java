package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Data of the form {@code bundle-ideas}; the process carries the ids of all ideas in one value, hence the limit. */
record BundleForm(BundleResult bundleResult, @Size(max = 40) List<Row> ideas, String setAsideReason, String reason) {

    /**
     * An idea that becomes a sketch.
     *
     * @param sources workshop ideas it contains; none for an idea of the department's own
     */
    record Row(String title, CircularField field, String department, List<UUID> sources, String description) {}
}
