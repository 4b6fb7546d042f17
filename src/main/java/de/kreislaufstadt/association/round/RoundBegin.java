package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins rounds: by somebody of the office, or by itself when a year is over. */
@Component
class RoundBegin {

    private final RoundTable rounds;
    private final SectionTable sections;
    private final EventTable events;
    private final PublishedComponents published;
    private final DepartmentDirectory departments;
    private final SystemProcesses processes;
    private final Clock clock;

    RoundBegin(
            RoundTable rounds,
            SectionTable sections,
            EventTable events,
            PublishedComponents published,
            DepartmentDirectory departments,
            SystemProcesses processes,
            Clock clock) {
        this.rounds = rounds;
        this.sections = sections;
        this.events = events;
        this.published = published;
        this.departments = departments;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * @param by engine user id; null where the product begins it
     * @param deputyFor in whose place; null where they act for themselves
     * @return the new round; empty if one of the component runs
     */
    Optional<ComponentRound> begin(String office, ModelComponent component, String by, String deputyFor) {
        rounds.lockNumbers(office);
        Optional<ComponentRound> latest = rounds.latest(office, component);
        if (latest.filter(round -> !round.state().isOver()).isPresent()) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        int number = latest.map(ComponentRound::number).orElse(0) + 1;
        rounds.add(office, id, component, number, LocalDate.now(clock));
        sections.replace(office, id, lastSections(component));
        events.note(office, id, RoundEvent.BEGUN, by, deputyFor, null);
        String lead = departments
                .departmentWithRole(office, DraftingUnit.ROLE)
                .orElseThrow(() -> new IllegalStateException("Nobody drafts components in " + office));
        String instance = processes.start(
                office,
                RoundCourse.PROCESS,
                ComponentRound.key(component, number),
                Outcome.of("measureId", id).and("lead", lead));
        rounds.runsAs(office, id, instance);
        return Optional.of(rounds.of(office, id));
    }

    /** What holds is worked on; where nothing does, what held last. */
    private List<PublishedComponent.Section> lastSections(ModelComponent component) {
        List<PublishedComponent> versions = published.versions(component);
        return versions.stream()
                .filter(version -> version.withdrawnOn() == null)
                .findFirst()
                .or(() -> versions.stream().findFirst())
                .map(PublishedComponent::sections)
                .orElse(List.of());
    }
}
