package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The status reports of measures, a timeline that only grows. */
public interface StatusReports {

    /**
     * Adds a status report.
     *
     * @param author engine user id
     */
    void add(String municipality, UUID measureId, StatusReport report, String author);

    /** @return the reports of a measure, newest first */
    List<StatusReport> of(String municipality, UUID measureId);

    /** @return the reports of these measures, newest first, by the id of the measure; in one statement */
    Map<UUID, List<StatusReport>> of(String municipality, Collection<UUID> measures);

    /**
     * @param asOf day the report describes
     * @param planNextYear what is planned for the coming year, null if nothing is stated
     */
    record StatusReport(LocalDate asOf, String text, String planNextYear, Assessment assessment) {}

    /** How the measure stands against its plan. */
    enum Assessment {
        NOT_ASSESSED,
        ON_PLAN,
        DELAYED,
        AT_RISK,
        NO_NEWS,
        REACHED
    }
}
