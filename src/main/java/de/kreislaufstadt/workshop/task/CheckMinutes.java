package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The moderation checks the minutes before the participants get them. */
@Component
class CheckMinutes implements TaskHandler<CheckMinutes.Form> {

    /** The same that the model's timer waits for. */
    private static final String PERIOD = "objection-period";

    private final MinutesReview review;
    private final MinutesTable minutes;
    private final InvitationTable invitations;
    private final WorkshopStepTable steps;
    private final WorkshopLetters letters;
    private final DueDates dueDates;

    CheckMinutes(
            MinutesReview review,
            MinutesTable minutes,
            InvitationTable invitations,
            WorkshopStepTable steps,
            WorkshopLetters letters,
            DueDates dueDates) {
        this.review = review;
        this.minutes = minutes;
        this.invitations = invitations;
        this.steps = steps;
        this.letters = letters;
        this.dueDates = dueDates;
    }

    @Override
    public String task() {
        return "check-minutes";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of("overview", review.text(task).toString());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        review.refuseAuthor(task, "checkResult");
        UUID id = task.id("workshopId");
        if (form.checkResult() == Result.OK) {
            LocalDate until = dueDates.endOfPeriod(task, PERIOD);
            minutes.checked(task.municipality(), id, task.actor(), until);
            letters.minutesReady(task, invitations.of(task.municipality(), id), until);
        }
        steps.add(task, id, form.checkResult(), form.comment());
        return Outcome.of("checkResult", form.checkResult());
    }

    enum Result {
        OK,
        CHANGES
    }

    record Form(Result checkResult, String comment) {}
}
