package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.LiveState.Stay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The phases a measure has been through, out of the states it has entered. A rest within a phase does not end it. */
final class Stays {

    private static final Set<String> PHASES =
            Set.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION", "EVALUATION");

    /** States that say nothing of how far a measure has come. */
    private static final Set<String> BESIDE =
            Set.of("PAUSED", "CANCELLED", "MERGED", "REJECTED", "DEFERRED", "COMPLETED");

    /** Phases by the process that leads through them; their names are those of the states. */
    private static final Map<String, String> PROCESSES = Map.of(
            "knowledge-building", "KNOWLEDGE",
            "status-quo-survey", "STATUS_QUO",
            "workshops", "WORKSHOPS",
            "starter-project-selection", "STARTER_PROJECTS",
            "starter-project-implementation", "IMPLEMENTATION");

    private final List<Entered> course;
    private final List<Done> before;
    private final ZoneId zone;

    /**
     * @param course the first state first
     * @param before the last step of each process that is known from before the measure came into this system, the earliest first
     */
    Stays(List<Entered> course, List<Done> before, ZoneId zone) {
        this.course = course;
        this.before = before;
        this.zone = zone;
    }

    /** A step of a process, done elsewhere. */
    record Done(String process, LocalDate on) {}

    /** A state and when the measure entered it. */
    record Entered(String state, OffsetDateTime at) {}

    /** @return the state itself or, where it says nothing of how far the measure has come, the last one that did */
    String phase(String state) {
        if (!BESIDE.contains(state)) {
            return state;
        }
        String phase = state;
        for (Entered entered : course) {
            if (!BESIDE.contains(entered.state())) {
                phase = entered.state();
            }
        }
        return phase;
    }

    /** @return phases it has left, with the days on which it entered and left them; those before a take-over without the first */
    List<Stay> past() {
        String current =
                course.isEmpty() ? "" : phase(course.get(course.size() - 1).state());
        List<Stay> past = new ArrayList<>();
        before.stream()
                .filter(done -> PROCESSES.containsKey(done.process()))
                .map(done -> new Stay(PROCESSES.get(done.process()), null, done.on()))
                .filter(stay -> !stay.phase().equals(current))
                .forEach(past::add);
        Entered open = null;
        for (Entered entered : course) {
            boolean rests = entered.state().equals("PAUSED");
            if (open != null && !rests && !entered.state().equals(open.state())) {
                past.add(new Stay(open.state(), day(open), day(entered)));
                open = null;
            }
            if (open == null && PHASES.contains(entered.state())) {
                open = entered;
            }
        }
        return past;
    }

    private LocalDate day(Entered entered) {
        return entered.at().atZoneSameInstant(zone).toLocalDate();
    }
}
