package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.MemberCities.City;
import de.kreislaufstadt.workshop.joint.ParticipatingCities;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.AgendaRules;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.PreparationForm;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lead department plans aim, day, place and agenda of a workshop. */
@Component
class PrepareWorkshop implements TaskHandler<PreparationForm> {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final InvitationTable invitations;
    private final ParticipatingCities cities;
    private final WorkshopOverview overview;
    private final DepartmentDirectory departments;
    private final RegistrationDay registration;
    private final WorkshopLetters letters;
    private final WorkshopSettings settings;
    private final WorkshopTexts texts;
    private final Clock clock;

    PrepareWorkshop(
            WorkshopTable workshops,
            AgendaTable agendas,
            InvitationTable invitations,
            ParticipatingCities cities,
            WorkshopOverview overview,
            DepartmentDirectory departments,
            RegistrationDay registration,
            WorkshopLetters letters,
            WorkshopSettings settings,
            WorkshopTexts texts,
            Clock clock) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.invitations = invitations;
        this.cities = cities;
        this.overview = overview;
        this.departments = departments;
        this.registration = registration;
        this.letters = letters;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "prepare-workshop";
    }

    @Override
    public Class<PreparationForm> form() {
        return PreparationForm.class;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("memberCities", cities.choice(task.municipality(), task.id("workshopId")));
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        Prefill prefill = Prefill.of(
                "overview", overview.of(task.municipality(), workshop).toString());
        return (workshop.state() == WorkshopState.PLANNED ? proposal(prefill, task) : known(prefill, task, workshop))
                .data();
    }

    private Prefill proposal(Prefill prefill, TaskContext task) {
        return prefill.with("kind", WorkshopKind.MIXED)
                .with("moderation", moderation(task.municipality()))
                .with("minParticipants", settings.min())
                .with("targetParticipants", settings.target())
                .with("maxParticipants", settings.max())
                .with(
                        "privacyNotice",
                        texts.german(
                                "privacyNotice",
                                settings.retention(task.municipality()).toTotalMonths()));
    }

    private String moderation(String municipality) {
        return departments
                .departmentWithRole(municipality, "MODERATION")
                .map(department -> departments.nameOf(municipality, department))
                .orElse(null);
    }

    private Prefill known(Prefill prefill, TaskContext task, Workshop workshop) {
        return prefill.with("title", workshop.title())
                .with("kind", workshop.kind())
                .with("cities", participating(task.municipality(), workshop))
                .with("aim", workshop.aim())
                .with("questions", workshop.questions())
                .with("date", workshop.date())
                .with("begin", workshop.begin())
                .with("end", workshop.end())
                .with("place", workshop.place())
                .with("link", workshop.link())
                .with("accessibility", workshop.accessibility())
                .with("moderation", workshop.moderation())
                .with("minParticipants", workshop.minParticipants())
                .with("targetParticipants", workshop.targetParticipants())
                .with("maxParticipants", workshop.maxParticipants())
                .with("registrationUntil", workshop.registrationUntil())
                .with("privacyNotice", workshop.privacyNotice())
                .rows("agenda", agendas.of(task.municipality(), workshop.id()), Prefill::of);
    }

    /** @return keys of the other cities; null where it is a workshop of one */
    private List<String> participating(String municipality, Workshop workshop) {
        List<String> keys =
                cities.of(municipality, workshop.id()).stream().map(City::key).toList();
        return keys.isEmpty() ? null : keys;
    }

    @Override
    public Outcome complete(TaskContext task, PreparationForm form) {
        check(form);
        UUID id = task.id("workshopId");
        LocalDate until = registration.of(task.municipality(), form.registrationUntil(), form.date());
        workshops.prepare(task.municipality(), id, form, until);
        agendas.replace(task.municipality(), id, form.agenda());
        cities.replace(task.municipality(), id, form.cities());
        letters.moved(task, id, () -> invitations.of(task.municipality(), id));
        return Outcome.of("workshopDate", form.date()).and("registrationUntil", until);
    }

    private void check(PreparationForm form) {
        Problems problems = new Problems()
                .check(!form.date().isBefore(LocalDate.now(clock)), "date", "workshop.date.past")
                .check(form.begin().isBefore(form.end()), "end", "workshop.end.beforeBegin")
                .check(form.place() != null || form.link() != null, "place", "workshop.place.orLink")
                .check(
                        form.registrationUntil().isBefore(form.date()),
                        "registrationUntil",
                        "workshop.registration.afterDate")
                .check(
                        form.minParticipants() <= form.targetParticipants(),
                        "targetParticipants",
                        "workshop.participants.order")
                .check(
                        form.targetParticipants() <= form.maxParticipants(),
                        "maxParticipants",
                        "workshop.participants.order");
        AgendaRules.check(problems, form.agenda(), form.begin(), form.end());
        problems.throwIfAny();
    }
}
