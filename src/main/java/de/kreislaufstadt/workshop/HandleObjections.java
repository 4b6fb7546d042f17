package de.kreislaufstadt.workshop;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lead department answers the objections of this round; an accepted one sends the minutes back to their author. */
@Component
class HandleObjections implements TaskHandler<HandleObjections.Form> {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final ObjectionTable objections;
    private final WorkshopStepTable steps;
    private final MinutesReview review;
    private final WorkshopOverview overview;
    private final WorkshopSettings settings;
    private final Clock clock;

    HandleObjections(
            WorkshopTable workshops,
            AgendaTable agendas,
            ObjectionTable objections,
            WorkshopStepTable steps,
            MinutesReview review,
            WorkshopOverview overview,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.objections = objections;
        this.steps = steps;
        this.review = review;
        this.overview = overview;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "handle-objections";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("agendaItems", agendas.options(task.municipality(), task.id("workshopId")));
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        TextBlocks text =
                overview.withObjections(review.text(task), objections.of(task.municipality(), task.id("workshopId")));
        return Map.of("overview", text.toString());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        UUID id = task.id("workshopId");
        Workshop workshop = workshops.find(task.municipality(), id);
        check(form, workshop);
        objections.add(
                task.municipality(),
                id,
                form.objections(),
                task.actor(),
                workshop.date().plus(settings.provisionalRetention()));
        steps.add(task, id, form.objectionResult(), form.comment());
        return Outcome.of("objectionResult", form.objectionResult());
    }

    private void check(Form form, Workshop workshop) {
        LocalDate today = LocalDate.now(clock);
        Problems problems = new Problems();
        for (int i = 0; i < form.objections().size(); i++) {
            LocalDate received = form.objections().get(i).receivedOn();
            problems.check(
                    !received.isAfter(today) && !received.isBefore(workshop.date()),
                    "objections[" + i + "].receivedOn",
                    "workshop.objection.received");
        }
        boolean accepted = form.objections().stream().anyMatch(o -> o.decision() == Objection.Decision.ACCEPTED);
        boolean revise = form.objectionResult() == Result.REVISE;
        problems.check(revise || !accepted, "objectionResult", "workshop.objection.mustRevise");
        problems.check(!revise || accepted, "objectionResult", "workshop.objection.nothingAccepted");
        problems.throwIfAny();
    }

    enum Result {
        KEEP,
        REVISE
    }

    record Form(Result objectionResult, String comment, List<Objection> objections) {

        Form {
            objections = objections == null ? List.of() : List.copyOf(objections);
        }
    }
}
