package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.ReportedValueForm;
import java.util.Objects;
import java.util.stream.Stream;

/** Reported values that a form may leave out altogether. */
final class Quantities {

    private Quantities() {}

    /** @return whether nothing was entered; an unticked box counts as nothing */
    static boolean isBlank(ReportedValueForm form) {
        return form == null
                || (!Boolean.TRUE.equals(form.cumulative())
                        && Stream.of(
                                        form.status(),
                                        form.value(),
                                        form.from(),
                                        form.to(),
                                        form.operator(),
                                        form.unit(),
                                        form.baseYear(),
                                        form.targetYear(),
                                        form.text(),
                                        form.reference(),
                                        form.source(),
                                        form.asOf())
                                .allMatch(Objects::isNull));
    }
}
