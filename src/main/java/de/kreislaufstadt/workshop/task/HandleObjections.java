package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.Objection;
import de.kreislaufstadt.workshop.record.ObjectionTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lead department answers the objections of this round; an accepted one sends the minutes back to their author. */
@Component
class HandleObjections implements TaskHandler<HandleObjections.Form> {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final ObjectionTable objections;
    private final WorkshopStepTable steps;
    private final MinutesReview review;
    private final MinutesTable minutes;
    private final WorkshopOverview overview;
    private final WorkshopSettings settings;
    private final Clock clock;

    HandleObjections(
            WorkshopTable workshops,
            AgendaTable agendas,
            ObjectionTable objections,
            WorkshopStepTable steps,
            MinutesReview review,
            MinutesTable minutes,
            WorkshopOverview overview,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.objections = objections;
        this.steps = steps;
        this.review = review;
        this.minutes = minutes;
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
        UUID id = task.id("workshopId");
        TextBlocks text = overview.withObjections(review.text(task), objections.of(task.municipality(), id));
        return Prefill.of("overview", text.toString())
                .rows("objections", objections.open(task.municipality(), id), Prefill::of)
                .data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        UUID id = task.id("workshopId");
        Workshop workshop = workshops.lock(task.municipality(), id);
        check(form, workshop, objections.open(task.municipality(), id));
        Map<Boolean, List<Objection>> received =
                form.objections().stream().collect(Collectors.partitioningBy(o -> o.number() != null));
        objections.decide(task.municipality(), id, received.get(true), task.actor());
        objections.add(
                task.municipality(),
                id,
                received.get(false),
                task.actor(),
                workshop.date().plus(settings.provisionalRetention()));
        minutes.endObjections(task.municipality(), id, LocalDate.now(clock).minusDays(1));
        steps.add(task, id, form.objectionResult(), form.comment());
        return Outcome.of("objectionResult", form.objectionResult());
    }

    /** What was received online is decided as it was written, and nothing that came in the meantime is passed over. */
    private static void checkReceived(List<Objection> rows, List<Objection> open, Problems problems) {
        Map<Integer, Objection> waiting = new LinkedHashMap<>();
        open.forEach(objection -> waiting.put(objection.number(), objection));
        for (int i = 0; i < rows.size(); i++) {
            Objection row = rows.get(i);
            if (row.number() != null) {
                Objection stored = waiting.remove(row.number());
                problems.check(stored != null, "objections[" + i + "].number", "workshop.objection.unknown")
                        .check(
                                stored == null || row.sameWords(stored),
                                "objections[" + i + "].text",
                                "workshop.objection.wording");
            }
        }
        waiting.values()
                .forEach(missed -> problems.check(
                        false, "objections", "workshop.objection.missed", missed.number(), missed.organisation()));
    }

    private void check(Form form, Workshop workshop, List<Objection> open) {
        LocalDate today = LocalDate.now(clock);
        Problems problems = new Problems();
        for (int i = 0; i < form.objections().size(); i++) {
            LocalDate received = form.objections().get(i).receivedOn();
            problems.check(
                    !received.isAfter(today) && !received.isBefore(workshop.date()),
                    "objections[" + i + "].receivedOn",
                    "workshop.objection.received");
        }
        checkReceived(form.objections(), open, problems);
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
