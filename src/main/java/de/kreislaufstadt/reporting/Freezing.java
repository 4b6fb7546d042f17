package de.kreislaufstadt.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.MeasureRecords;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a report final: it keeps what the record says at this moment, and enters the measure's timeline. */
@Component
class Freezing {

    private final ReportTable reports;
    private final MeasureRecords records;
    private final StatusReports timeline;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Freezing(
            ReportTable reports,
            MeasureRecords records,
            StatusReports timeline,
            ObjectMapper json,
            ApplicationEventPublisher events) {
        this.reports = reports;
        this.records = records;
        this.timeline = timeline;
        this.json = json;
        this.events = events;
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
            // Whoever released the round, or the correction, is a second person.
            events.publishEvent(new PublicContentChanged(
                    municipality,
                    report.measureId(),
                    report.corrects() == null ? Cause.STATUS_REPORT : Cause.CORRECTION,
                    true));
        }
    }
}
