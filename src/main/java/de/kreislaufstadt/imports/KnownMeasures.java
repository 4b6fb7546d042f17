package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The measures that the municipality already has. */
interface KnownMeasures {

    /** @return ids that measures have in other systems */
    Set<String> externalIds();

    Optional<UUID> byExternalId(String id);

    Optional<UUID> byNumber(String number);

    /** @return these measures as they stand, by their ids */
    Map<UUID, Known> read(Collection<UUID> measures);

    /**
     * A measure as it stands.
     *
     * @param lead key of the lead department
     * @param version number of the current version of its record
     * @param record what that version says
     * @param decisions the first decision first
     * @param participation how to take part in it; null where nothing is stated
     */
    record Known(
            UUID id,
            String number,
            String lead,
            MeasureState state,
            int version,
            MeasureRecord record,
            List<StatusReport> reports,
            List<MeasureDecision> decisions,
            Participation participation) {

        public Known {
            reports = List.copyOf(reports);
            decisions = List.copyOf(decisions);
        }

        /** @return what is known of it, without the fields that are left open */
        Map<Target, Object> values() {
            Map<Target, Object> values = RecordValues.of(record);
            values.put(Target.NUMBER, number);
            values.put(Target.LEAD, lead);
            values.put(Target.STATE, state);
            if (!decisions.isEmpty()) {
                values.put(Target.DECISIONS, decisions);
            }
            if (participation != null && participation.text() != null) {
                values.put(Target.PARTICIPATION_TEXT, participation.text());
            }
            if (participation != null && participation.url() != null) {
                values.put(Target.PARTICIPATION_URL, participation.url());
            }
            return values;
        }
    }
}
