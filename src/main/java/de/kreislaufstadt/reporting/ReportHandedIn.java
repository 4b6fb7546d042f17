package de.kreislaufstadt.reporting;

import java.util.UUID;

/**
 * A measure has reported in a round, or has corrected what it reported. Published inside the transaction that keeps the
 * report.
 *
 * @param report id of the report
 * @param number of the measure
 * @param lead key of its lead department
 */
public record ReportHandedIn(String municipality, UUID measureId, String number, String lead, UUID report) {}
