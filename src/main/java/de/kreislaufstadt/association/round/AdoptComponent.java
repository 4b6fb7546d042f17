package de.kreislaufstadt.association.round;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who adopts decides about the consolidated text; nobody adopts what they have worked on, or stand in for. */
@Component
class AdoptComponent implements TaskHandler<AdoptComponent.Form> {

    private static final String HEAD = "-head";

    private final Texts texts = Texts.of("association");
    private final RoundTable rounds;
    private final SectionTable sections;
    private final RequestTable requests;
    private final CommentTable comments;
    private final EventTable events;
    private final FourEyes fourEyes;
    private final StandIns standIns;
    private final DraftingUnit unit;

    AdoptComponent(
            RoundTable rounds,
            SectionTable sections,
            RequestTable requests,
            CommentTable comments,
            EventTable events,
            FourEyes fourEyes,
            StandIns standIns,
            DraftingUnit unit) {
        this.rounds = rounds;
        this.sections = sections;
        this.requests = requests;
        this.comments = comments;
        this.events = events;
        this.fourEyes = fourEyes;
        this.standIns = standIns;
        this.unit = unit;
    }

    /** What becomes of the text. */
    enum Result {
        ADOPT,
        RETURN
    }

    /**
     * Data of the form {@code adopt-component}.
     *
     * @param comment what has to change; null where it is adopted
     */
    record Form(Result result, String comment) {}

    @Override
    public String task() {
        return "adopt-component";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        String office = task.municipality();
        ComponentRound round = rounds.of(office, task.measureId());
        return Map.of(
                "component",
                texts.get("association.round.of", round.component().label(), round.number()),
                "voices",
                Voices.of(texts, requests.counts(office, round.id()), comments.count(office, round.id())),
                "changes",
                Markdown.escape(round.changeSummary()),
                "text",
                DraftText.of(sections.consolidated(office, round.id())));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        String office = task.municipality();
        ComponentRound round = rounds.lock(office, task.measureId());
        fourEyes.check(task, "result", "draft-component", "consolidate-component");
        checkAuthors(task, round);
        if (form.result() == Result.RETURN) {
            rounds.returned(office, round.id(), form.comment());
        }
        RoundEvent done = form.result() == Result.ADOPT ? RoundEvent.ADOPTED : RoundEvent.RETURNED;
        events.note(office, round.id(), done, task.actor(), task.deputyFor(), form.comment());
        return Outcome.of("adoptionResult", form.result()).noting(form.comment());
    }

    /** Comments are answered and texts changed on a page, which leaves no step; and who stands in for an author is none better. */
    private void checkAuthors(TaskContext task, ComponentRound round) {
        String office = task.municipality();
        List<String> authors = events.authors(office, round.id());
        if (Stream.of(task.actor(), String.valueOf(task.deputyFor())).anyMatch(authors::contains)) {
            throw FormRefused.at("result", "process.fourEyes");
        }
        String drafting = unit.group(office);
        boolean standsIn = authors.stream()
                .flatMap(author -> Stream.of(drafting, drafting + HEAD)
                        .flatMap(group -> standIns.deputiesOf(author, group).stream()))
                .anyMatch(task.actor()::equals);
        if (standsIn) {
            throw FormRefused.at("result", "association.round.adopt.standsIn");
        }
    }
}
