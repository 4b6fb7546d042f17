package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicationEvents.Event;
import de.kreislaufstadt.publication.PublicationTable.Confirmed;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lead sees what would become public, says how to take part, and hands the version on or holds it back. */
@Component
class PreparePublication implements TaskHandler<PreparePublication.Form> {

    /** More are not told at once. */
    private static final int MOST = 10;

    private final Texts texts = Texts.of("publication");
    private final PublicationTable table;
    private final PublicationEvents events;
    private final SnapshotBuilder builder;
    private final Verdict verdict;
    private final Preview preview;

    PreparePublication(
            PublicationTable table,
            PublicationEvents events,
            SnapshotBuilder builder,
            Verdict verdict,
            Preview preview) {
        this.table = table;
        this.events = events;
        this.builder = builder;
        this.verdict = verdict;
        this.preview = preview;
    }

    /** What becomes of a version. */
    enum Result {
        SUBMIT,
        HOLD
    }

    /**
     * Data of the form {@code prepare-publication}.
     *
     * @param participation how to take part; null where nothing is stated
     * @param confirmed names that were found, with a reason where they are nobody's
     * @param reason why it is held back; null where it is not
     */
    record Form(Taking participation, List<Nobody> confirmed, Result result, String reason) {}

    /** How to take part. */
    record Taking(String text, String url) {}

    /**
     * @param finding part and words, as they are shown
     * @param reason why it is nobody's name; null where it is somebody's
     */
    record Nobody(String finding, String reason) {}

    @Override
    public String task() {
        return "prepare-publication";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Row row = table.get(task);
        ReleasedMeasure version = builder.build(task.municipality(), task.measureId(), row.participation());
        List<Finding> findings = verdict.findings(task.municipality(), task.measureId(), version, List.of());
        Map<String, Object> data = new HashMap<>();
        data.put("preview", preview.of(version));
        data.put("findings", preview.findings(findings, Verdict.unsourced(version)));
        data.put("returned", preview.returned(task));
        if (row.participation() != null) {
            data.put("participation", row.participation());
        }
        Map<String, String> reasons = row.confirmed().stream()
                .collect(Collectors.toMap(Confirmed::mark, Confirmed::reason, (one, again) -> one));
        data.put(
                "confirmed",
                confirmable(task, findings).entrySet().stream()
                        .map(found -> new Nobody(words(found.getValue()), reasons.get(found.getKey())))
                        .toList());
        return data;
    }

    private String words(Finding finding) {
        return texts.get("publication.finding.choice", finding.label(), finding.words());
    }

    private static Map<String, Finding> confirmable(TaskContext task, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind().mayBeConfirmed())
                .collect(Collectors.toMap(
                        finding -> Verdict.mark(task.measureId(), finding),
                        finding -> finding,
                        (one, again) -> one,
                        LinkedHashMap::new));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Participation participation = form.participation() == null
                        || form.participation().text() == null
                                && form.participation().url() == null
                ? null
                : new Participation(
                        form.participation().text(), form.participation().url());
        ReleasedMeasure version = builder.build(task.municipality(), task.measureId(), participation);
        List<Confirmed> confirmed = confirmed(task, form, version);
        if (form.result() == Result.HOLD) {
            table.prepared(task, participation, confirmed, form.reason());
            table.runsAs(task.municipality(), task.measureId(), null);
            events.note(task, Event.HELD, form.reason());
            return Outcome.of("publicationResult", form.result());
        }
        refuse(verdict.findings(task.municipality(), task.measureId(), version, confirmed), version);
        table.prepared(task, participation, confirmed, null);
        table.freeze(task, version);
        table.waitsFor(task, Wait.RELEASE);
        events.note(task, Event.SUBMITTED, null);
        return Outcome.of("publicationResult", form.result());
    }

    private List<Confirmed> confirmed(TaskContext task, Form form, ReleasedMeasure version) {
        if (form.confirmed() == null || form.confirmed().isEmpty()) {
            return List.of();
        }
        Map<String, Finding> found =
                confirmable(task, verdict.findings(task.municipality(), task.measureId(), version, List.of()));
        Map<String, Confirmed> known = new HashMap<>();
        found.forEach((mark, finding) -> known.put(words(finding), new Confirmed(finding.field(), mark, null)));
        return form.confirmed().stream()
                .filter(one -> one.reason() != null && known.containsKey(one.finding()))
                .map(one -> known.get(one.finding()).because(one.reason()))
                .toList();
    }

    /** Says where something was found and what it looks like; the words themselves stand in the form and go into no message. */
    private void refuse(List<Finding> findings, ReleasedMeasure version) {
        Problems problems = new Problems();
        problems.addAll(findings.stream()
                .map(finding -> FieldProblem.of(
                        "result", "publication.refused." + finding.kind().name(), finding.label()))
                .distinct()
                .limit(MOST)
                .toList());
        Verdict.unsourced(version)
                .forEach(part -> problems.check(
                        false, "result", "publication.refused.unsourced", texts.get("publication.part." + part)));
        problems.throwIfAny();
    }
}
