package de.kreislaufstadt.workshop;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.Clock;
import java.time.LocalDate;
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
    private final WorkshopSettings settings;
    private final Clock clock;

    CheckRegistrations(
            WorkshopTable workshops,
            InvitationTable invitations,
            WarningTable warnings,
            WorkshopStepTable steps,
            WorkshopMix mix,
            WorkshopOverview overview,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.warnings = warnings;
        this.steps = steps;
        this.mix = mix;
        this.overview = overview;
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
        TextBlocks text = overview.withWarnings(
                overview.of(task.municipality(), workshop), warnings.of(task.municipality(), workshop.id()));
        return Prefill.of("overview", text.toString())
                .rows(
                        "registrations",
                        invitations.of(task.municipality(), workshop.id()),
                        invitation -> Prefill.of(invitation)
                                .with("answer", invitation.answer())
                                .with("substitute", invitation.substitute()))
                .data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        LocalDate today = LocalDate.now(clock);
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        Problems problems = new Problems();
        List<Invitation> list = InvitationList.merge("registrations", form.registrations(), stored, today, problems);
        problems.throwIfAny();
        List<Invitation> coming =
                list.stream().filter(i -> i.answer().takesPlace()).toList();
        List<Warning> found = mix.warnings(task.municipality(), workshop, coming, list);
        checkReason(form, found);
        boolean cancelled = form.registrationResult() == Result.CANCEL;
        invitations.replace(
                task.municipality(),
                workshop.id(),
                list,
                cancelled ? today.plus(settings.retention()) : workshop.date().plus(settings.provisionalRetention()));
        warnings.replace(task.municipality(), workshop.id(), found);
        workshops.enter(task.municipality(), workshop.id(), form.registrationResult().state);
        steps.add(task, workshop.id(), form.registrationResult(), form.note());
        return Outcome.of("registrationResult", form.registrationResult());
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
    record Form(Result registrationResult, String proceedReason, String comment, List<Row> registrations) {

        Form {
            registrations = registrations == null ? List.of() : List.copyOf(registrations);
        }

        String note() {
            return registrationResult == Result.PROCEED ? proceedReason : comment;
        }
    }

    record Row(
            Integer number,
            String organisation,
            ParticipantGroup participantGroup,
            String contact,
            String email,
            Answer answer,
            String substitute)
            implements InvitationList.Row {

        @Override
        public Invitation onto(Invitation stored) {
            return stored.of(organisation, participantGroup, contact, email)
                    .answered(answer, substitute, stored.answeredAt(), stored.waitingSince())
                    .withAttended(false);
        }
    }
}
