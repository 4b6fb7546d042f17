package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is kept about a measure, over all its versions, for the module that prepares its publication. Internal: what of it may be
 * public is decided there.
 */
public interface WholeRecords {

    /**
     * @return everything about the measure
     * @throws java.util.NoSuchElementException if the municipality has no such measure
     */
    WholeRecord of(String municipality, UUID measureId);

    /** @return ids of the measures that were decided or rejected, whatever has become of them since: what nobody may lose sight of */
    List<UUID> decided(String municipality);

    /**
     * A measure with its history.
     *
     * @param stateReason why it is in this state; null where none is given
     * @param mergedInto number of the measure it went into; null otherwise
     * @param versions the first version first; at least one
     * @param decisions the first decision first
     * @param reports status reports of its timeline, newest first
     * @param evaluation the evaluation that was released; empty before
     */
    record WholeRecord(
            UUID id,
            String number,
            String lead,
            MeasureState state,
            String stateReason,
            String mergedInto,
            List<SaidThen> versions,
            List<Decided> decisions,
            List<StatusReport> reports,
            Optional<Evaluated> evaluation) {}

    /**
     * What one version says.
     *
     * @param source where it stands
     * @param ownDocument false where the product has written the version itself, e.g. with a change of lead: it contradicts nobody
     */
    record SaidThen(int version, MeasureRecord record, Source source, boolean ownDocument, Instant createdAt) {}

    /**
     * A decision with its conditions.
     *
     * @param preliminary whether another body follows
     * @param conditions what was asked for, in order
     */
    record Decided(MeasureDecision decision, boolean preliminary, List<String> conditions) {}

    /**
     * A released evaluation.
     *
     * @param goals goal, code of the result and explanation of each
     */
    record Evaluated(LocalDate releasedOn, String summary, List<ReachedGoal> goals) {}

    /** @param result {@code REACHED}, {@code PARTLY} or {@code NOT_REACHED} */
    record ReachedGoal(String goal, String result, String explanation) {}
}
