package de.kreislaufstadt.implementation;

import de.kreislaufstadt.measure.StatusReports.Assessment;
import java.time.LocalDate;

/**
 * Data of the form {@code report-status}.
 *
 * @param asOf day the report describes
 * @param planNextYear null where nothing is planned yet
 */
record StatusForm(LocalDate asOf, Assessment assessment, String text, String planNextYear) {}
