package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
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

    /** @return ids of all measures of the municipality, in the order of their numbers */
    List<UUID> all(String municipality);

    /**
     * Adds what a source says as the next version of a measure's record.
     *
     * @param seen version that the caller has compared it with
     * @param author engine user id
     * @throws org.springframework.dao.OptimisticLockingFailureException if the record has another version by now
     */
    void append(String municipality, UUID measureId, int seen, PastVersion next, String author);
}
