package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.CommentTable.Unanswered;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The moderation says that every comment is answered and the text is ready to be adopted. */
@Component
class ConsolidateComponent implements TaskHandler<ConsolidateComponent.Form> {

    private final Texts texts = Texts.of("association");
    private final RoundTable rounds;
    private final RequestTable requests;
    private final CommentTable comments;
    private final EventTable events;

    ConsolidateComponent(RoundTable rounds, RequestTable requests, CommentTable comments, EventTable events) {
        this.rounds = rounds;
        this.requests = requests;
        this.comments = comments;
        this.events = events;
    }

    /**
     * Data of the form {@code consolidate-component}.
     *
     * @param changeSummary what changes against the version before, as it will be published
     */
    record Form(String changeSummary) {}

    @Override
    public String task() {
        return "consolidate-component";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        String office = task.municipality();
        ComponentRound round = rounds.of(office, task.measureId());
        List<Unanswered> open = comments.unanswered(office, round.id());
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "component", texts.get("association.round.of", round.component().label(), round.number()));
        shown.put(
                "page",
                "#/modellansatz?baustein=%s&runde=%d&ansicht=zusammenfuehrung"
                        .formatted(round.component(), round.number()));
        shown.put("voices", Voices.of(texts, requests.counts(office, round.id()), comments.count(office, round.id())));
        shown.put("unanswered", open.isEmpty() ? null : Markdown.escape(places(open)));
        shown.put("returned", round.returnReason() == null ? null : Markdown.escape(round.returnReason()));
        shown.put("changeSummary", round.changeSummary());
        return shown;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        String office = task.municipality();
        ComponentRound round = rounds.lock(office, task.measureId());
        List<Unanswered> open = comments.unanswered(office, round.id());
        if (!open.isEmpty()) {
            int count = open.stream().mapToInt(Unanswered::count).sum();
            throw FormRefused.at("", "association.round.unanswered", count, places(open));
        }
        rounds.consolidated(office, round.id(), form.changeSummary());
        events.note(office, round.id(), RoundEvent.CONSOLIDATED, task.actor(), task.deputyFor(), null);
        return Outcome.none();
    }

    private String places(List<Unanswered> open) {
        return open.stream()
                .map(place -> place.heading() == null
                        ? texts.get("association.round.unanswered.whole", place.count())
                        : texts.get("association.round.unanswered.section", place.count(), place.heading()))
                .collect(Collectors.joining(", "));
    }
}
