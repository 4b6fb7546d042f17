package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import of many measures asks of the records, and what it writes to those that are there. New measures come through
 * {@link MeasureTakeOver}.
 */
public interface MeasureImport {

    /** @return names of the municipality's fields of action by code */
    Map<String, String> fieldsOfAction(String municipality);

    /** @return the municipality's measures by the id that the current version of their record has in another system */
    Map<String, UUID> byExternalId(String municipality);

    /** @return ids of all measures of the municipality by their numbers, in the order of these */
    Map<String, UUID> all(String municipality);

    /** @return what is known of these measures by their ids; in as many statements for one as for all */
    Map<UUID, Known> known(String municipality, Collection<UUID> measures);

    /**
     * What is known of a measure.
     *
     * @param lead key of the lead department
     * @param version number of the current version of its record
     * @param record what that version says
     * @param reports newest first
     * @param decisions the first decision first
     */
    record Known(
            UUID id,
            String number,
            String lead,
            MeasureState state,
            int version,
            MeasureRecord record,
            List<StatusReport> reports,
            List<MeasureDecision> decisions) {}

    /**
     * Adds what a source says as the next version of a measure's record.
     *
     * @param seen version that the caller has compared it with
     * @param author engine user id
     * @throws org.springframework.dao.OptimisticLockingFailureException if the record has another version by now
     */
    void append(String municipality, UUID measureId, int seen, PastVersion next, String author);
}
