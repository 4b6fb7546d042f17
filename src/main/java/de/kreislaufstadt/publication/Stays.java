package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.LiveState.Stay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The phases a measure has been through, out of the states it has entered. A rest within a phase does not end it. */
final class Stays {

    private static final Set<String> PHASES =
            Set.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION", "EVALUATION");

    /** States that say nothing of how far a measure has come. */
    private static final Set<String> BESIDE =
            Set.of("PAUSED", "CANCELLED", "MERGED", "REJECTED", "DEFERRED", "COMPLETED");

    private final List<Entered> course;
    private final ZoneId zone;

    /** @param course the first state first */
    Stays(List<Entered> course, ZoneId zone) {
        this.course = course;
        this.zone = zone;
    }

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

    /** @return phases it has left, with the days on which it entered and left them */
    List<Stay> past() {
        List<Stay> past = new ArrayList<>();
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
