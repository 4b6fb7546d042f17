package de.kreislaufstadt.released;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is published of a measure as soon as it is true, without another release: codes, names of departments and days, never
 * a text that somebody has written.
 *
 * @param state code of the state
 * @param phase the state; where the measure rests or has ended early, the one before
 * @param since since when it is in this state
 * @param plannedPhases phases the latest approval ordered, in their order; empty before one
 * @param past phases it has left, in their order, with the day on which it entered and left each
 * @param next what happens next; null where nothing does
 * @param changedAt when one of these values changed last
 */
public record LiveState(
        String state,
        String phase,
        Instant since,
        List<String> plannedPhases,
        List<Stay> past,
        NextStep next,
        Instant changedAt) {

    /** The lists may not be changed afterwards. */
    public LiveState {
        plannedPhases = plannedPhases == null ? List.of() : List.copyOf(plannedPhases);
        past = past == null ? List.of() : List.copyOf(past);
    }

    /** @return whether all values are those of the other one, whenever either was found to have changed; false if there is no other */
    boolean saysTheSameAs(LiveState other) {
        return other != null
                && new LiveState(state, phase, micros(since), plannedPhases, past, next, null)
                        .equals(new LiveState(
                                other.state,
                                other.phase,
                                micros(other.since),
                                other.plannedPhases,
                                other.past,
                                other.next,
                                null));
    }

    /** As exactly as the database keeps it. */
    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The public step that waits for a department.
     *
     * @param step key of the step; only steps that have a public name are ever named
     * @param department name of the department as it is called today
     * @param due last day; null where it has none
     */
    public record NextStep(String step, String department, LocalDate due) {}

    /**
     * @param entered null where that was before the measure came into this system
     * @param left null while it is in this phase
     */
    public record Stay(String phase, LocalDate entered, LocalDate left) {}
}
