package de.kreislaufstadt.audit;

import de.kreislaufstadt.audit.CourseTable.Line;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.StepNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Steps that were done before their measure came into this system: each is an entry of its own, behind its take-over. */
@Component
class StepsBefore {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    private final Wordings words;
    private final StepNames steps;

    StepsBefore(Wordings words, StepNames steps) {
        this.words = words;
        this.steps = steps;
    }

    /** A step as the take-over names it. */
    private record Step(LocalDate day, String task, String department) {

        static Step of(String said) {
            String[] parts = said.split(" ", 3);
            return new Step(LocalDate.parse(parts[0]), parts[1], parts.length > 2 ? parts[2] : null);
        }
    }

    /** @return entries of these steps, the latest first */
    List<CourseEntry> of(String municipality, Line takeOver, List<String> said) {
        return said.stream()
                .filter(Objects::nonNull)
                .map(Step::of)
                .sorted(Comparator.comparing(Step::day).reversed())
                .map(step -> entry(municipality, takeOver.entry(), step))
                .toList();
    }

    private CourseEntry entry(String municipality, LoggedEntry takeOver, Step step) {
        return CourseEntry.before(
                takeOver.position(),
                step.day(),
                step.day().atStartOfDay(CITY_TIME).toInstant(),
                BusinessAction.DONE_BEFORE,
                words.doneBefore(),
                steps.nameOf(step.task()),
                step.task(),
                words.department(municipality, step.department()));
    }
}
