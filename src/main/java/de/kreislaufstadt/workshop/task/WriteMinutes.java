package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.workshop.joint.ParticipatingCities;
import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.MinutesEntry;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.ObjectionTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The lead department writes the minutes, item by item of the agenda. */
@Component
class WriteMinutes implements TaskHandler<WriteMinutes.Form> {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final MinutesTable minutes;
    private final ParticipatingCities cities;
    private final ObjectionTable objections;
    private final WorkshopOverview overview;
    private final OnlineFeedback online;

    WriteMinutes(
            WorkshopTable workshops,
            AgendaTable agendas,
            MinutesTable minutes,
            ParticipatingCities cities,
            ObjectionTable objections,
            WorkshopOverview overview,
            OnlineFeedback online) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.minutes = minutes;
        this.cities = cities;
        this.objections = objections;
        this.overview = overview;
        this.online = online;
    }

    @Override
    public String task() {
        return "write-minutes";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        return Map.of(
                "agendaItems", agendas.options(task.municipality(), workshop.id()),
                "cityOptions", cities.origins(task.municipality(), workshop));
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        UUID id = task.id("workshopId");
        Workshop workshop = workshops.find(task.municipality(), id);
        TextBlocks text = online.withLink(overview.of(task.municipality(), workshop), task.municipality(), id);
        overview.withObjections(text, objections.of(task.municipality(), id));
        Prefill prefill = Prefill.of("overview", text.toString())
                .with("workshopKind", workshop.kind() == WorkshopKind.INTERMUNICIPAL ? workshop.kind() : null);
        minutes.find(task.municipality(), id)
                .ifPresentOrElse(
                        known -> prefill.with("summary", known.summary())
                                .rows("minutes", minutes.entries(task.municipality(), id), Prefill::of),
                        () -> prefill.rows(
                                "minutes",
                                itemsToRecord(agendas.of(task.municipality(), id)),
                                item -> Prefill.of("agendaItem", item)));
        return prefill.data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        UUID id = task.id("workshopId");
        Workshop workshop = workshops.find(task.municipality(), id);
        Problems problems = new Problems();
        for (int i = 0; i < form.minutes().size(); i++) {
            MinutesEntry entry = form.minutes().get(i);
            String row = "minutes[" + i + "].";
            problems.check(
                    entry.kind() != MinutesEntry.Kind.TASK || entry.responsible() != null,
                    row + "responsible",
                    "workshop.minutes.responsible");
            problems.check(
                    entry.due() == null || !entry.due().isBefore(workshop.date()), row + "due", "workshop.minutes.due");
        }
        Set<String> recorded =
                form.minutes().stream().map(MinutesEntry::agendaItem).collect(Collectors.toSet());
        List<String> missing = itemsToRecord(agendas.of(task.municipality(), id)).stream()
                .filter(item -> !recorded.contains(item))
                .toList();
        problems.check(missing.isEmpty(), "minutes", "workshop.minutes.incomplete", String.join(", ", missing));
        problems.throwIfAny();
        minutes.write(task.municipality(), id, form.summary(), form.minutes(), task.actor());
        return Outcome.none();
    }

    private static List<String> itemsToRecord(List<AgendaItem> agenda) {
        return IntStream.range(0, agenda.size())
                .filter(i -> agenda.get(i).needsMinutes())
                .mapToObj(i -> String.valueOf(i + 1))
                .toList();
    }

    /**
     * @param summary results in a few sentences, published after the release
     * @param workshopKind shown to the clerk only, in a workshop of several cities
     */
    record Form(String summary, WorkshopKind workshopKind, List<MinutesEntry> minutes) {

        Form {
            minutes = minutes == null ? List.of() : List.copyOf(minutes);
        }
    }
}
