package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The head of the climate staff unit releases the correction of a frozen report, which itself stays as it is. */
@Component
class ReleaseCorrection implements TaskHandler<ReleaseCorrection.Form> {

    private final Texts texts = Texts.of("reporting");
    private final ReportTable reports;
    private final Freezing freezing;
    private final FourEyes fourEyes;

    ReleaseCorrection(ReportTable reports, Freezing freezing, FourEyes fourEyes) {
        this.reports = reports;
        this.freezing = freezing;
        this.fourEyes = fourEyes;
    }

    /** What becomes of a correction. */
    enum Result {
        RELEASE,
        RETURN
    }

    /**
     * Data of the form {@code release-correction}.
     *
     * @param comment what has to change; null where it is released
     */
    record Form(Result result, String comment) {}

    @Override
    public String task() {
        return "release-correction";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Report correction = reports.of(task.municipality(), task.id("reportId"));
        Report corrected = reports.of(task.municipality(), correction.corrects());
        return Map.of(
                "request",
                Markdown.escape(correction.request()),
                "comparison",
                Markdown.table(
                        List.of(texts.get("reporting.correction.head").split(";")),
                        List.of(
                                row(
                                        "asOf",
                                        ReadersLanguage.day(corrected.asOf()),
                                        ReadersLanguage.day(correction.asOf())),
                                row("assessment", assessment(corrected), assessment(correction)),
                                row("reason", corrected.reason(), correction.reason()),
                                row("text", corrected.text(), correction.text()),
                                row("plan", corrected.planNextYear(), correction.planNextYear()))));
    }

    private List<String> row(String field, String before, String after) {
        return List.of(
                texts.get("reporting.correction." + field),
                Objects.toString(before, "–"),
                Objects.toString(after, "–"));
    }

    private String assessment(Report report) {
        return texts.name("reporting.assessment", report.assessment());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "report-status");
        UUID id = task.id("reportId");
        if (form.result() == Result.RETURN && form.comment() == null) {
            throw FormRefused.at("comment", "reporting.correction.commentMissing");
        }
        if (form.result() == Result.RELEASE) {
            freezing.freeze(task.municipality(), reports.of(task.municipality(), id));
        }
        return Outcome.of("correctionResult", form.result()).noting(form.comment());
    }
}
