package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.List;
import java.util.UUID;

/** Brings measures that were running before this system into it, with what different sources said about them over time. */
public interface MeasureTakeOver {

    /**
     * Stores a measure under the number it already has, or under the next one of its field of action.
     *
     * @param author engine user id of who takes the measure over
     * @return id of the measure
     * @throws IllegalArgumentException if it has no version
     * @throws org.springframework.dao.DuplicateKeyException if the municipality has a measure of that number
     */
    UUID takeOver(String municipality, PastMeasure measure, String author);

    /**
     * A measure as it stands when it is taken over.
     *
     * @param number the number it has, e.g. {@code WW-09}; null if it is to get the next one of its field of action
     * @param lead key of the lead department
     * @param stateReason reason of the state, null where it needs none
     * @param versions what its sources say, in the order of their dates; at least one
     * @param decisions what was decided, the first decision first
     */
    record PastMeasure(
            String number,
            String lead,
            MeasureState state,
            String stateReason,
            List<PastVersion> versions,
            List<MeasureDecision> decisions,
            List<StatusReport> statusReports) {}

    /** What one source says about the measure. */
    record PastVersion(MeasureRecord record, Source source) {

        /**
         * A version in the shape of the form that asks for it.
         *
         * @throws de.kreislaufstadt.form.FormRefused if fields contradict each other
         */
        public static PastVersion of(MeasureForm form) {
            return new PastVersion(form.toRecord(), form.source());
        }
    }
}
