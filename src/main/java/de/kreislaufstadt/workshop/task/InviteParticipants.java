package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.survey.ParticipantGroup;
import de.kreislaufstadt.workshop.answer.WorkshopMix;
import de.kreislaufstadt.workshop.joint.ParticipatingCities;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationList;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.WarningTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead department invites; at the first time the key players of the stakeholder analysis are proposed. */
@Component
class InviteParticipants implements TaskHandler<InviteParticipants.Form> {

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final ParticipatingCities cities;
    private final WarningTable warnings;
    private final WorkshopMix mix;
    private final WorkshopOverview overview;
    private final WorkshopLetters letters;
    private final WorkshopSettings settings;
    private final Clock clock;

    InviteParticipants(
            WorkshopTable workshops,
            InvitationTable invitations,
            ParticipatingCities cities,
            WarningTable warnings,
            WorkshopMix mix,
            WorkshopOverview overview,
            WorkshopLetters letters,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.cities = cities;
        this.warnings = warnings;
        this.mix = mix;
        this.overview = overview;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "invite-participants";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        return Map.of("cityOptions", cities.origins(task.municipality(), workshop));
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        TextBlocks text = overview.withWarnings(
                overview.of(task.municipality(), workshop), warnings.of(task.municipality(), workshop.id()));
        Prefill prefill = Prefill.of("overview", text.toString())
                .with("invitedOn", LocalDate.now(clock))
                .with("workshopKind", workshop.kind() == WorkshopKind.INTERMUNICIPAL ? workshop.kind() : null);
        return stored.isEmpty()
                ? prefill.rows(
                                "invitations",
                                mix.keyPlayers(task.municipality(), task.measureId()),
                                player -> Prefill.of("organisation", player.organisation())
                                        .with("participantGroup", player.participantGroup()))
                        .data()
                : prefill.rows("invitations", stored, seat -> Prefill.of(seat).with("city", seat.city()))
                        .data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Workshop workshop = workshops.lock(task.municipality(), task.id("workshopId"));
        Problems problems = new Problems()
                .check(!form.invitedOn().isAfter(LocalDate.now(clock)), "invitedOn", "workshop.invitedOn.future");
        List<Invitation> stored = invitations.of(task.municipality(), workshop.id());
        List<Invitation> list =
                InvitationList.merge("invitations", form.invitations(), stored, form.invitedOn(), problems);
        problems.throwIfAny();
        invitations.replace(
                task.municipality(),
                workshop.id(),
                stored,
                list,
                workshop.date().plus(settings.provisionalRetention()));
        List<Invitation> mayCome =
                list.stream().filter(i -> i.answer() != Answer.DECLINED).toList();
        letters.listed(task, workshop, stored, list);
        warnings.replace(
                task.municipality(), workshop.id(), mix.warnings(task.municipality(), workshop, mayCome, list));
        workshops.enter(task.municipality(), workshop.id(), WorkshopState.INVITED);
        return Outcome.none();
    }

    /** @param workshopKind shown to the clerk only, in a workshop of several cities */
    record Form(LocalDate invitedOn, WorkshopKind workshopKind, List<Row> invitations) {

        Form {
            invitations = invitations == null ? List.of() : List.copyOf(invitations);
        }
    }

    record Row(
            Integer number,
            String organisation,
            ParticipantGroup participantGroup,
            String contact,
            String email,
            String city)
            implements InvitationList.Row {

        @Override
        public Invitation onto(Invitation stored) {
            return stored.of(organisation, participantGroup, contact, email).from(city);
        }
    }
}
