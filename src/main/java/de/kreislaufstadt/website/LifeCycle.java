package de.kreislaufstadt.website;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way of a measure through its phases, as text: what is done, where it stands, what is planned and what is not. */
public final class LifeCycle {

    /** Phases that a decision names or leaves out. */
    private static final List<String> CHOSEN =
            List.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION");

    private static final List<String> UNDERSTOOD = List.of("PROPOSAL", "DECISION");

    private static final List<Station> STATIONS = List.of(
            new Station("PROPOSAL", List.of("PROPOSED", "UNDER_REVIEW")),
            new Station("DECISION", List.of("DECIDED")),
            new Station("KNOWLEDGE", List.of("KNOWLEDGE")),
            new Station("STATUS_QUO", List.of("STATUS_QUO")),
            new Station("WORKSHOPS", List.of("WORKSHOPS")),
            new Station("STARTER_PROJECTS", List.of("STARTER_PROJECTS")),
            new Station("IMPLEMENTATION", List.of("IMPLEMENTATION")),
            new Station("EVALUATION", List.of("EVALUATION")),
            new Station("COMPLETED", List.of("COMPLETED")));

    private LifeCycle() {}

    private record Station(String code, List<String> phases) {}

    /** Where a phase stands to the measure. */
    public enum Standing {
        DONE,
        NOW,
        PLANNED,
        SKIPPED,
        /** Before the measure came into this system, which has heard of no step of it. */
        UNKNOWN
    }

    /**
     * One phase.
     *
     * @param code of the phase
     * @param days when it was entered and left, in words; empty where nothing is known
     */
    public record Place(String code, Standing standing, String days) {

        /** @return for the look only; the words say it, too */
        public String look() {
            return standing.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return all phases in their order; empty where nothing is known of the process */
    static List<Place> of(LiveState live, Words words) {
        if (live == null) {
            return List.of();
        }
        int now = position(live.phase());
        return STATIONS.stream()
                .map(station -> new Place(station.code(), standing(station, live, now), days(station, live, words)))
                .toList();
    }

    private static int position(String phase) {
        for (int i = 0; i < STATIONS.size(); i++) {
            if (STATIONS.get(i).phases().contains(phase)) {
                return i;
            }
        }
        return -1;
    }

    private static Standing standing(Station station, LiveState live, int now) {
        int at = STATIONS.indexOf(station);
        if (at == now) {
            return live.state().equals("COMPLETED") ? Standing.DONE : Standing.NOW;
        }
        if (stay(station, live).isPresent()) {
            return Standing.DONE;
        }
        boolean leftOut = CHOSEN.contains(station.code())
                && !live.plannedPhases().isEmpty()
                && !live.plannedPhases().contains(station.code());
        if (leftOut) {
            return Standing.SKIPPED;
        }
        if (at < now) {
            // What goes on has been decided, wherever; only a decision made here says what was to follow.
            boolean decidedHere = !live.plannedPhases().isEmpty();
            return decidedHere || UNDERSTOOD.contains(station.code()) ? Standing.DONE : Standing.UNKNOWN;
        }
        return NextView.ENDED.contains(live.state()) ? Standing.SKIPPED : Standing.PLANNED;
    }

    private static String days(Station station, LiveState live, Words words) {
        return stay(station, live)
                .map(stay -> words(stay.entered(), stay.left(), words))
                .orElse("");
    }

    private static String words(LocalDate entered, LocalDate left, Words words) {
        if (left == null) {
            return words.text("place.since", words.day(entered));
        }
        return entered == null
                ? words.text("place.until", words.day(left))
                : words.text("place.between", words.day(entered), words.day(left));
    }

    private static Optional<Stay> stay(Station station, LiveState live) {
        return live.past().stream()
                .filter(stay -> station.phases().contains(stay.phase()))
                .reduce((first, last) -> new Stay(last.phase(), first.entered(), last.left()));
    }
}
