package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The measures that the municipality already has. */
interface KnownMeasures {

    /** @return ids that measures have in other systems */
    Set<String> externalIds();

    Optional<Known> byExternalId(String id);

    Optional<Known> byNumber(String number);

    /**
     * A measure as it stands.
     *
     * @param lead key of the lead department
     * @param version number of the current version of its record
     * @param record what that version says
     */
    record Known(UUID id, String number, String lead, int version, MeasureRecord record, List<StatusReport> reports) {

        public Known {
            reports = List.copyOf(reports);
        }
    }
}
