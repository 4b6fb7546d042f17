package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicationEvents.Event;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody who has written none of it releases the version that the lead has handed over, or returns it. */
@Component
class ReleasePublication implements TaskHandler<ReleasePublication.Form> {

    private final PublicationTable table;
    private final PublicationEvents events;
    private final ReleasedMeasures released;
    private final Preview preview;
    private final FourEyes fourEyes;

    ReleasePublication(
            PublicationTable table,
            PublicationEvents events,
            ReleasedMeasures released,
            Preview preview,
            FourEyes fourEyes) {
        this.table = table;
        this.events = events;
        this.released = released;
        this.preview = preview;
        this.fourEyes = fourEyes;
    }

    /** What becomes of a version. */
    enum Result {
        RELEASE,
        RETURN
    }

    /**
     * Data of the form {@code release-publication}.
     *
     * @param note what has to change; null where it is released without a word
     */
    record Form(Result result, String note) {}

    @Override
    public String task() {
        return "release-publication";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Row row = table.get(task);
        Map<String, Object> data = new HashMap<>();
        data.put("preview", preview.of(row.candidate()));
        data.put(
                "changes",
                preview.changes(
                        released.numbered(task.municipality(), task.measureNumber())
                                .map(Entry::content)
                                .orElse(null),
                        row.candidate()));
        data.put("confirmed", preview.confirmed(row.confirmed()));
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "prepare-publication", "propose-measure", "rework-proposal", "change-details");
        // Who has begun it for many measures has prepared it as well, without a step of the history.
        if (events.hasSubmitted(task)) {
            throw FormRefused.at("result", "process.fourEyes");
        }
        if (form.result() == Result.RETURN && form.note() == null) {
            throw FormRefused.at("note", "publication.refused.note");
        }
        events.note(task, form.result() == Result.RELEASE ? Event.RELEASED : Event.RETURNED, form.note());
        if (form.result() == Result.RETURN) {
            table.waitsFor(task, Wait.PREPARATION);
        }
        return Outcome.of("releaseResult", form.result()).noting(form.note());
    }
}
