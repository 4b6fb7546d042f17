package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What municipalities have released to the association of how far they are. Nothing else of it is to be had here. */
public interface ReleasedStandings {

    /**
     * @return of each of these municipalities and each component the newest row whose release is in force, in one statement; a newer
     *     row that is not released does not take its place
     */
    List<Released> of(Collection<String> municipalities);

    /**
     * A released row.
     *
     * @param maturity 0 to 4
     * @param evidence how one can tell
     * @param content what the municipality has adopted, in its words; null for nothing
     * @param builtOn published version of the component; null for none
     * @param withdrawnOn day on which that version was withdrawn; null while it holds
     * @param withdrawnReason why; null while it holds
     * @param asOf day for which the municipality says so
     */
    record Released(
            String municipality,
            ModelComponent component,
            int maturity,
            String evidence,
            Progress progress,
            String content,
            Integer builtOn,
            LocalDate withdrawnOn,
            String withdrawnReason,
            LocalDate asOf,
            String source) {}
}
