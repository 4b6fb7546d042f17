package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.joint.JointWorkshops;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.ConfirmationForm;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationList;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopIdeaTable;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lead department says whether the workshop was held, who came and which ideas it brought. */
@Component
class ConfirmWorkshop implements TaskHandler<ConfirmationForm> {

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final WorkshopIdeaTable ideas;
    private final WorkshopStepTable steps;
    private final WorkshopOverview overview;
    private final JointWorkshops joint;
    private final WorkshopLetters letters;
    private final WorkshopCancellation cancellation;
    private final RegistrationDay registration;
    private final WorkshopSettings settings;
    private final Clock clock;

    ConfirmWorkshop(
            WorkshopTable workshops,
            InvitationTable invitations,
            WorkshopIdeaTable ideas,
            WorkshopStepTable steps,
            WorkshopOverview overview,
            JointWorkshops joint,
            WorkshopLetters letters,
            WorkshopCancellation cancellation,
            RegistrationDay registration,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.ideas = ideas;
        this.steps = steps;
        this.overview = overview;
        this.joint = joint;
        this.letters = letters;
        this.cancellation = cancellation;
        this.registration = registration;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "confirm-workshop";
    }

    @Override
    public Class<ConfirmationForm> form() {
        return ConfirmationForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        return Prefill.of("overview", overview.of(task.municipality(), workshop).toString())
                .rows(
                        "attendance",
                        invitations.of(task.municipality(), workshop.id()),
                        invitation -> Prefill.of("number", invitation.number())
                                .with("organisation", invitation.organisation())
                                .with("participantGroup", invitation.participantGroup())
                                .with("attended", invitation.answer().takesPlace()))
                .data();
    }

    @Override
    public Outcome complete(TaskContext task, ConfirmationForm form) {
        Workshop workshop = workshops.lock(task.municipality(), task.id("workshopId"));
        Outcome outcome = Outcome.of("confirmResult", form.confirmResult());
        switch (form.confirmResult()) {
            case HELD -> held(task, workshop, form);
            case POSTPONED -> {
                LocalDate until = postponed(task, workshop, form);
                outcome.and("workshopDate", form.newDate()).and("registrationUntil", until);
            }
            case CANCELLED -> cancellation.of(task.municipality(), workshop);
        }
        steps.add(task, workshop.id(), form.confirmResult(), form.reason());
        return outcome;
    }

    private void held(TaskContext task, Workshop workshop, ConfirmationForm form) {
        LocalDate today = LocalDate.now(clock);
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        Problems problems = new Problems()
                .check(!today.isBefore(workshop.date()), "confirmResult", "workshop.held.tooEarly")
                .check(
                        form.attendance().stream().anyMatch(ConfirmationForm.Attendance::isTrue),
                        "attendance",
                        "workshop.held.nobody");
        List<Invitation> listed = InvitationList.merge("attendance", form.attendance(), stored, today, problems);
        problems.throwIfAny();
        List<Invitation> all = withAbsent(listed, stored);
        invitations.save(
                task.municipality(), workshop.id(), all, workshop.date().plus(settings.provisionalRetention()));
        invitations.saveCounts(task.municipality(), workshop.id(), InvitationList.countByGroup(all));
        letters.held(task, all);
        ideas.add(task.municipality(), workshop.id(), form.ideas());
        workshops.enter(task.municipality(), workshop.id(), WorkshopState.HELD);
    }

    /** A row removed from the list stays an invitation; nobody came. */
    private static List<Invitation> withAbsent(List<Invitation> listed, List<Invitation> stored) {
        Set<Integer> numbers = listed.stream().map(Invitation::number).collect(Collectors.toSet());
        List<Invitation> all = new ArrayList<>(listed);
        stored.stream().filter(i -> !numbers.contains(i.number())).forEach(all::add);
        return all;
    }

    private LocalDate postponed(TaskContext task, Workshop workshop, ConfirmationForm form) {
        LocalTime begin = form.newBegin() == null ? workshop.begin() : form.newBegin();
        LocalTime end = form.newEnd() == null ? workshop.end() : form.newEnd();
        new Problems()
                .check(!form.newDate().isBefore(LocalDate.now(clock)), "newDate", "workshop.date.past")
                .check(!form.newDate().equals(workshop.date()), "newDate", "workshop.date.same")
                .check(
                        form.newRegistrationUntil().isBefore(form.newDate()),
                        "newRegistrationUntil",
                        "workshop.registration.afterDate")
                .check(begin.isBefore(end), "newEnd", "workshop.end.beforeBegin")
                .throwIfAny();
        LocalDate until = registration.of(task.municipality(), form.newRegistrationUntil(), form.newDate());
        workshops.postpone(task.municipality(), workshop, form, until, task.actor());
        if (workshop.kind() == WorkshopKind.INTERMUNICIPAL) {
            joint.announce(task.municipality(), workshops.find(task.municipality(), workshop.id()));
        }
        letters.moved(task, workshop.id(), () -> invitations.of(task.municipality(), workshop.id()));
        return until;
    }
}
