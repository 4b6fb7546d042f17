package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.paper.PaperPdf;
import de.kreislaufstadt.reporting.periodic.ReportDesk.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit's page Berichte asks and does. Who may is decided before, by the matrix of rights. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/reports")
class ReportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReportDesk desk;
    private final PaperWriter writer;
    private final PaperPdf pdf;
    private final PaperWorkbook workbook;

    ReportController(ReportDesk desk, PaperWriter writer, PaperPdf pdf, PaperWorkbook workbook) {
        this.desk = desk;
        this.writer = writer;
        this.pdf = pdf;
        this.workbook = workbook;
    }

    /**
     * A line of the list.
     *
     * @param before name of the frozen report it is compared with; null where there is none
     * @param changes number of changes since that one
     */
    record Line(
            UUID id,
            String period,
            String title,
            int version,
            String correction,
            String preface,
            LocalDate asOf,
            Instant releasedAt,
            int measures,
            int late,
            int decisions,
            String before,
            int changes,
            boolean mayChange,
            boolean mayRelease) {}

    /** What is asked for: a period, a preface, and why a frozen report is corrected. */
    record Draft(String period, String preface, String correction) {}

    /** @param mayDraft whether the reader may put a report together */
    record Page(boolean mayDraft, List<Line> reports) {}

    @GetMapping
    Page all() {
        return new Page(
                desk.mayDraft(), desk.all().stream().map(ReportController::line).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Line draft(@RequestBody Draft wanted) {
        return line(desk.draft(wanted.period(), wanted.preface(), wanted.correction()));
    }

    /** Changes the preface and counts anew. */
    @PostMapping("/{id}")
    Line change(@PathVariable UUID id, @RequestBody Draft wanted) {
        return line(desk.change(id, wanted.preface()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        desk.discard(id);
    }

    @PostMapping("/{id}/release")
    Line release(@PathVariable UUID id) {
        return line(desk.release(id));
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        Seen seen = desk.one(id);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pdf.write(writer.write(seen.report(), seen.before()), file);
        return file(seen, "pdf", MediaType.APPLICATION_PDF, file);
    }

    @GetMapping("/{id}/xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID id) throws IOException {
        Seen seen = desk.one(id);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(writer.write(seen.report(), seen.before()), file);
        return file(seen, "xlsx", XLSX, file);
    }

    private static ResponseEntity<byte[]> file(Seen seen, String ending, MediaType type, ByteArrayOutputStream file) {
        String draft = seen.report().isFrozen() ? "" : "-entwurf";
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bericht-" + seen.report().period().key() + "-"
                                        + seen.report().version() + draft + "." + ending)
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    private static Line line(Seen seen) {
        PeriodicReport report = seen.report();
        ReportContent content = report.content();
        return new Line(
                report.id(),
                report.period().key(),
                PaperWords.title(report.period()),
                report.version(),
                report.correction(),
                report.preface(),
                content.asOf(),
                report.releasedAt(),
                content.measures().size(),
                (int) content.measures().stream()
                        .filter(ReportContent.MeasureLine::runsLate)
                        .count(),
                content.decisions().size(),
                seen.before().map(before -> PaperWords.title(before.period())).orElse(null),
                seen.changes().size(),
                seen.mayChange(),
                seen.mayRelease());
    }
}
