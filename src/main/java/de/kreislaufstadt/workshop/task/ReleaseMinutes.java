package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.workshop.joint.JointWorkshops;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.ObjectionTable;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The head of the lead department releases the minutes; from then on the deletion of the invitations is fixed. */
@Component
class ReleaseMinutes implements TaskHandler<ReleaseMinutes.Form> {

    private final MinutesReview review;
    private final MinutesTable minutes;
    private final InvitationTable invitations;
    private final ObjectionTable objections;
    private final JointWorkshops joint;
    private final WorkshopStepTable steps;
    private final WorkshopOverview overview;
    private final WorkshopSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReleaseMinutes(
            MinutesReview review,
            MinutesTable minutes,
            InvitationTable invitations,
            ObjectionTable objections,
            JointWorkshops joint,
            WorkshopStepTable steps,
            WorkshopOverview overview,
            WorkshopSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.review = review;
        this.minutes = minutes;
        this.invitations = invitations;
        this.objections = objections;
        this.joint = joint;
        this.steps = steps;
        this.overview = overview;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String task() {
        return "release-minutes";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        UUID id = task.id("workshopId");
        TextBlocks text = overview.withObjections(review.text(task), objections.of(task.municipality(), id));
        return Map.of(
                "overview",
                overview.withCounts(text, invitations.counts(task.municipality(), id))
                        .toString());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        review.refuseAuthor(task, "releaseResult");
        UUID id = task.id("workshopId");
        if (form.releaseResult() == Result.RELEASE) {
            release(task, id, form, LocalDate.now(clock));
        } else {
            steps.add(task, id, form.releaseResult(), form.comment());
        }
        return Outcome.of("releaseResult", form.releaseResult());
    }

    private void release(TaskContext task, UUID id, Form form, LocalDate today) {
        LocalDate deleteOn = today.plus(settings.retention(task.municipality()));
        minutes.released(task.municipality(), id, task.actor(), today);
        invitations.deleteOn(task.municipality(), id, deleteOn);
        objections.deleteOn(task.municipality(), id, deleteOn);
        steps.add(task, id, WorkshopState.RELEASED, form.releaseResult(), form.comment())
                .filter(kind -> kind == WorkshopKind.INTERMUNICIPAL)
                .ifPresent(kind -> joint.release(task.municipality(), id, today));
        events.publishEvent(new PublicContentChanged(
                task.municipality(), task.measureId(), PublicContentChanged.Cause.WORKSHOP, true));
    }

    enum Result {
        RELEASE,
        RETURN
    }

    record Form(Result releaseResult, String comment) {}
}
