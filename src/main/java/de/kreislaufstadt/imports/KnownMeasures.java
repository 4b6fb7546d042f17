package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureRecord;
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
     * @param participation how to take part in it; null where nothing is stated
     */
    record Known(MeasureImport.Known measure, Participation participation) {

        UUID id() {
            return measure.id();
        }

        String number() {
            return measure.number();
        }

        /** @return key of the lead department */
        String lead() {
            return measure.lead();
        }

        /** @return number of the current version of its record */
        int version() {
            return measure.version();
        }

        /** @return what that version says */
        MeasureRecord record() {
            return measure.record();
        }

        List<StatusReport> reports() {
            return measure.reports();
        }

        List<MeasureDecision> decisions() {
            return measure.decisions();
        }

        /** @return what is known of it, without the fields that are left open */
        Map<Target, Object> values() {
            Map<Target, Object> values = RecordValues.of(record());
            values.put(Target.NUMBER, number());
            values.put(Target.LEAD, lead());
            values.put(Target.STATE, measure.state());
            if (!decisions().isEmpty()) {
                values.put(Target.DECISIONS, decisions());
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
