package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.record.EvaluationForm;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopEvaluationTable;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lead department adds up the anonymous questionnaires and notes what it learned. */
@Component
class EvaluateWorkshop implements TaskHandler<EvaluationForm> {

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final WorkshopEvaluationTable evaluations;
    private final OnlineFeedback online;
    private final WorkshopOverview overview;
    private final WorkshopSettings settings;

    EvaluateWorkshop(
            WorkshopTable workshops,
            InvitationTable invitations,
            WorkshopEvaluationTable evaluations,
            OnlineFeedback online,
            WorkshopOverview overview,
            WorkshopSettings settings) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.evaluations = evaluations;
        this.online = online;
        this.overview = overview;
        this.settings = settings;
    }

    @Override
    public String task() {
        return "evaluate-workshop";
    }

    @Override
    public Class<EvaluationForm> form() {
        return EvaluationForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        TextBlocks text = overview.withCounts(
                overview.of(task.municipality(), workshop), invitations.counts(task.municipality(), workshop.id()));
        return online.prefill(text, task.municipality(), workshop.id()).data();
    }

    @Override
    public Outcome complete(TaskContext task, EvaluationForm form) {
        UUID id = task.id("workshopId");
        // Feedback that comes at this moment is either counted before or refused.
        workshops.lock(task.municipality(), id);
        int attended = invitations.counts(task.municipality(), id).stream()
                .mapToInt(InvitationTable.GroupCount::attended)
                .sum();
        check(form, attended);
        evaluations.add(task.municipality(), id, form, task.actor());
        online.forget(task.municipality(), id);
        return Outcome.none();
    }

    private void check(EvaluationForm form, int attended) {
        boolean enough = form.responses() >= settings.leastResponses();
        Problems problems = new Problems()
                .check(form.responses() <= attended, "responses", "workshop.evaluation.tooMany", attended)
                .check(
                        enough || form.ratings().isEmpty(),
                        "ratings",
                        "workshop.evaluation.tooFew",
                        settings.leastResponses())
                .check(
                        enough || form.wouldAttendAgain() == null,
                        "wouldAttendAgain",
                        "workshop.evaluation.tooFew",
                        settings.leastResponses())
                .check(
                        form.wouldAttendAgain() == null || form.wouldAttendAgain() <= form.responses(),
                        "wouldAttendAgain",
                        "workshop.evaluation.moreThanResponses");
        Set<EvaluationForm.Aspect> seen = EnumSet.noneOf(EvaluationForm.Aspect.class);
        for (int i = 0; i < form.ratings().size(); i++) {
            EvaluationForm.Rating rating = form.ratings().get(i);
            problems.check(seen.add(rating.aspect()), "ratings[" + i + "].aspect", "workshop.evaluation.aspectTwice");
            problems.check(
                    rating.sum() <= form.responses(),
                    "ratings[" + i + "].veryGood",
                    "workshop.evaluation.moreThanResponses");
        }
        problems.throwIfAny();
    }
}
