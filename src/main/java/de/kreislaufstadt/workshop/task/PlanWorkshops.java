package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Plans the workshops a measure holds next: the usual number at first, one more each time all earlier ones are over. Called
 * again while workshops are still open it returns those, so that a repeated job plans nothing twice.
 */
@Component
class PlanWorkshops implements ServiceStep {

    private static final Set<WorkshopState> OVER = EnumSet.of(WorkshopState.EVALUATED, WorkshopState.CANCELLED);

    private final WorkshopTable workshops;
    private final WorkshopSettings settings;

    PlanWorkshops(WorkshopTable workshops, WorkshopSettings settings) {
        this.workshops = workshops;
        this.settings = settings;
    }

    @Override
    public String step() {
        return "plan-workshops";
    }

    @Override
    public Outcome run(TaskContext scope) {
        List<Workshop> known = workshops.ofMeasure(scope.municipality(), scope.measureId());
        List<UUID> open = open(known);
        if (open.isEmpty()) {
            int count = known.isEmpty() ? settings.planned() : 1;
            open = workshops.plan(scope.municipality(), scope.measureId(), known.size(), count);
        }
        // What a further workshop brings has to be bundled, also in a measure that was taken over with bundled ideas.
        return Outcome.of("workshopIds", open).and("ideasBundled", false);
    }

    private static List<UUID> open(List<Workshop> workshops) {
        return workshops.stream()
                .filter(workshop -> !OVER.contains(workshop.state()))
                .map(Workshop::id)
                .toList();
    }
}
