package de.kreislaufstadt.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps reported values for the rows of all modules. */
public interface ReportedValues {

    /**
     * Stores reported values in one batch; one that is already there under the same owner and field is replaced. Rows
     * of the measure's record never meet that case, since every version owns its values.
     */
    void save(String municipality, List<Entry> entries);

    /** @return the reported values of a row by field; empty if it has none */
    Map<String, ReportedValue> of(String municipality, UUID owner);

    /** @return the reported values of several rows, read with one statement; rows without any are absent */
    Map<UUID, Map<String, ReportedValue>> ofAll(String municipality, Collection<UUID> owners);

    /**
     * @param owner row the value belongs to
     * @param field name of the value within that row, e.g. {@code cost}
     */
    record Entry(UUID owner, String field, ReportedValue value) {}
}
