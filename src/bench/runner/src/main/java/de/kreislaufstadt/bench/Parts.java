package de.kreislaufstadt.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of the benchmark are measured: those that are asked for, with commas between them ({@code -Dbench.part=engines,start}), and
 * the usual ones otherwise.
 */
final class Parts {

    /** Together they take some twenty-five minutes. */
    private static final List<String> USUAL = List.of("staff", "managers", "import", "public", "association");

    /** Each of them takes as long as all the usual ones, or needs a machine that does nothing else. */
    private static final List<String> ASKED_FOR = List.of("engines", "start", "growth", "endurance");

    private final Set<String> wanted;

    private Parts(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** @throws IllegalArgumentException if there is no such part, before anything has been started */
    static Parts asked() {
        String told = System.getProperty("bench.part");
        Set<String> wanted = new TreeSet<>(told == null ? USUAL : Arrays.asList(told.split(",")));
        wanted.forEach(part -> {
            if (!USUAL.contains(part) && !ASKED_FOR.contains(part)) {
                throw new IllegalArgumentException(
                        "There is no part " + part + "; bench.part is one of " + USUAL + " or " + ASKED_FOR);
            }
        });
        return new Parts(wanted);
    }

    boolean wanted(String part) {
        if (!wanted.contains(part)) {
            return false;
        }
        Progress.tell("part " + part);
        return true;
    }
}
