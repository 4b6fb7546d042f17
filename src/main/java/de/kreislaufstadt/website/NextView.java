package de.kreislaufstadt.website;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.NextStep;
import java.time.LocalDate;
import java.util.Set;

/**
 * What happens next, in words.
 *
 * @param what the step, or the sentence that there is none
 * @param who department in charge; null where nothing is due
 * @param until null where there is no day
 */
public record NextView(String what, String who, String until) {

    static final Set<String> ENDED = Set.of("COMPLETED", "MERGED", "CANCELLED", "REJECTED");

    /** @param live null where nothing is known of the process */
    static NextView of(LiveState live, Words words) {
        if (live == null) {
            return new NextView(words.text("stand.unknown"), null, null);
        }
        NextStep next = live.next();
        if (next == null) {
            return new NextView(none(live, words), null, null);
        }
        return new NextView(
                words.step(next.step()),
                next.department() == null ? words.text("stand.next.several") : next.department(),
                next.due() == null ? null : until(next.due(), words));
    }

    private static String until(LocalDate due, Words words) {
        boolean overdue = due.isBefore(words.today());
        return words.text(overdue ? "stand.next.overdue" : "stand.next.until", words.day(due));
    }

    private static String none(LiveState live, Words words) {
        if (ENDED.contains(live.state())) {
            return words.text("stand.next.ended");
        }
        if (live.state().equals("PAUSED")) {
            return words.text("stand.next.paused");
        }
        return words.text("stand.next.none")
                + live.plannedPhases().stream()
                        .dropWhile(phase -> !phase.equals(live.phase()))
                        .skip(1)
                        .findFirst()
                        .map(phase -> " " + words.text("stand.next.phase", words.code("state", phase)))
                        .orElse("");
    }
}
