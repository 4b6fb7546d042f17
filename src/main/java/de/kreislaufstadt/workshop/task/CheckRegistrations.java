package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.answer.Seats;
import de.kreislaufstadt.workshop.answer.WorkshopMix;
import de.kreislaufstadt.workshop.joint.JointWorkshops;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationList;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Warning;
import de.kreislaufstadt.workshop.record.WarningTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lead department notes the answers and decides whether the workshop takes place with those who come. */
@Component
class CheckRegistrations implements TaskHandler<CheckRegistrations.Form> {

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final WarningTable warnings;
    private final WorkshopStepTable steps;
    private final WorkshopMix mix;
    private final WorkshopOverview overview;
    private final RegistrationsView view;
    private final WorkshopTexts texts;
    private final JointWorkshops joint;
    private final WorkshopLetters letters;
    private final WorkshopSettings settings;
    private final Clock clock;

    CheckRegistrations(
            WorkshopTable workshops,
            InvitationTable invitations,
            WarningTable warnings,
            WorkshopStepTable steps,
            WorkshopMix mix,
            WorkshopOverview overview,
            RegistrationsView view,
            WorkshopTexts texts,
            JointWorkshops joint,
            WorkshopLetters letters,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.warnings = warnings;
        this.steps = steps;
        this.mix = mix;
        this.overview = overview;
        this.view = view;
        this.texts = texts;
        this.joint = joint;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "check-registrations";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        TextBlocks text = view.withAnswers(overview.of(task.municipality(), workshop), stored);
        overview.withWarnings(text, warnings.of(task.municipality(), workshop.id()));
        return Prefill.of("overview", text.toString())
                .rows("registrations", view.rows(task.municipality(), workshop, stored), row -> row)
                .data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        LocalDate today = LocalDate.now(clock);
        Workshop workshop = workshops.lock(task.municipality(), task.id("workshopId"));
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        Problems problems = new Problems();
        checkOnline(form.registrations(), stored, problems);
        List<Invitation> merged = InvitationList.merge("registrations", form.registrations(), stored, today, problems);
        problems.throwIfAny();
        List<Invitation> list = waiting(workshop, merged);
        List<Invitation> coming =
                list.stream().filter(i -> i.answer().takesPlace()).toList();
        List<Warning> found = mix.warnings(task.municipality(), workshop, coming, list);
        checkReason(form, found);
        boolean cancelled = form.registrationResult() == Result.CANCEL;
        invitations.replace(
                task.municipality(),
                workshop.id(),
                stored,
                list,
                cancelled
                        ? today.plus(settings.retention(task.municipality()))
                        : workshop.date().plus(settings.provisionalRetention()));
        letters.listed(task, workshop, stored, list);
        if (cancelled) {
            letters.cancelled(task.municipality(), workshop.id(), list);
            joint.cancel(task.municipality(), workshop.id());
        }
        warnings.replace(task.municipality(), workshop.id(), found);
        steps.add(task, workshop.id(), form.registrationResult().state, form.registrationResult(), form.note());
        return Outcome.of("registrationResult", form.registrationResult());
    }

    /** Answers that came online while the form was open are shown to the clerk, not overwritten. */
    private void checkOnline(List<RegistrationRow> rows, List<Invitation> stored, Problems problems) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            rowOf.put(rows.get(i).number(), i);
        }
        for (Invitation seat : stored) {
            Integer i = rowOf.get(seat.number());
            if (i == null) {
                problems.check(
                        seat.answeredAt() == null,
                        "registrations",
                        "workshop.registrations.removed",
                        seat.number(),
                        texts.of(seat.answer()));
            } else {
                problems.check(
                        !rows.get(i).contradicts(seat),
                        "registrations[" + i + "].answer",
                        "workshop.registrations.online",
                        texts.of(seat.answer()),
                        texts.of(rows.get(i).answer()));
            }
        }
    }

    /** Who is put in the waiting list of a full workshop moves up when somebody declines; while places are left, the clerk decides. */
    private List<Invitation> waiting(Workshop workshop, List<Invitation> list) {
        OffsetDateTime since = Seats.full(workshop, list) ? OffsetDateTime.now(clock) : null;
        return list.stream()
                .map(seat -> seat.answer() == Answer.WAITING_LIST && seat.waitingSince() == null
                        ? seat.answered(Answer.WAITING_LIST, seat.substitute(), seat.answeredAt(), since)
                        : seat)
                .toList();
    }

    private void checkReason(Form form, List<Warning> found) {
        String list = found.stream().map(overview::warningText).collect(Collectors.joining("; "));
        new Problems()
                .check(
                        form.registrationResult() != Result.PROCEED || found.isEmpty() || form.proceedReason() != null,
                        "proceedReason",
                        "workshop.registrations.reason",
                        list)
                .throwIfAny();
    }

    enum Result {
        PROCEED(WorkshopState.CONFIRMED),
        INVITE_MORE(WorkshopState.INVITED),
        CANCEL(WorkshopState.CANCELLED);

        private final WorkshopState state;

        Result(WorkshopState state) {
            this.state = state;
        }
    }

    /**
     * @param proceedReason why the workshop takes place in spite of warnings
     * @param comment whom to invite as well, or why the workshop is cancelled
     */
    record Form(Result registrationResult, String proceedReason, String comment, List<RegistrationRow> registrations) {

        Form {
            registrations = registrations == null ? List.of() : List.copyOf(registrations);
        }

        String note() {
            return registrationResult == Result.PROCEED ? proceedReason : comment;
        }
    }
}
