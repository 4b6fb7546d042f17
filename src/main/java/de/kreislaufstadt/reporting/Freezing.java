package de.kreislaufstadt.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.MeasureRecords;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import org.springframework.stereotype.Component;

/** Makes a report final: it keeps what the record says at this moment, and enters the measure's timeline. */
@Component
class Freezing {

    private final ReportTable reports;
    private final MeasureRecords records;
    private final StatusReports timeline;
    private final ObjectMapper json;

    Freezing(ReportTable reports, MeasureRecords records, StatusReports timeline, ObjectMapper json) {
        this.reports = reports;
        this.records = records;
        this.timeline = timeline;
        this.json = json;
    }

    void freeze(String municipality, Report report) {
        try {
            String snapshot = json.writeValueAsString(records.outline(municipality, report.measureId()));
            reports.freeze(municipality, report.id(), snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Record of " + report.measureId() + " cannot be kept", e);
        }
        if (report.state() == Report.State.REPORTED) {
            timeline.add(
                    municipality,
                    report.measureId(),
                    new StatusReport(report.asOf(), report.text(), report.planNextYear(), report.assessment()),
                    report.reportedBy());
        }
    }
}
