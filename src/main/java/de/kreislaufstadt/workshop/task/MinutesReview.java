package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.workshop.joint.ParticipatingCities;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What checking and releasing minutes have in common: the text to read, and four eyes. */
@Component
class MinutesReview {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final MinutesTable minutes;
    private final ParticipatingCities cities;
    private final WorkshopOverview overview;
    private final FourEyes fourEyes;

    MinutesReview(
            WorkshopTable workshops,
            AgendaTable agendas,
            MinutesTable minutes,
            ParticipatingCities cities,
            WorkshopOverview overview,
            FourEyes fourEyes) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.minutes = minutes;
        this.cities = cities;
        this.overview = overview;
        this.fourEyes = fourEyes;
    }

    /** @return head of the form with the minutes as they stand */
    TextBlocks text(TaskContext task) {
        UUID id = task.id("workshopId");
        Workshop workshop = workshops.find(task.municipality(), id);
        Map<String, String> names = cities.origins(task.municipality(), workshop).stream()
                .collect(Collectors.toMap(Option::value, Option::label));
        return overview.withMinutes(
                overview.of(task.municipality(), workshop),
                written(task.municipality(), id),
                agendas.of(task.municipality(), id),
                minutes.entries(task.municipality(), id),
                names);
    }

    /**
     * Four eyes: who wrote or changed the minutes neither checks nor releases them.
     *
     * @throws de.kreislaufstadt.form.FormRefused if the actor did
     */
    void refuseAuthor(TaskContext task, String field) {
        fourEyes.check(task, field, "write-minutes");
    }

    private MinutesTable.Minutes written(String municipality, UUID workshop) {
        return minutes.find(municipality, workshop)
                .orElseThrow(() -> new IllegalStateException("No minutes of workshop " + workshop));
    }
}
