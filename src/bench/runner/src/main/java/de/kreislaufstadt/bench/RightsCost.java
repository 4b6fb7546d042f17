package de.kreislaufstadt.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What checking roles and municipalities costs the inbox: the same clerks, list and rows on a second node of the same
 * installation that checks neither grants nor tenants. The list names its groups itself, so both show the same tasks.
 */
final class RightsCost {

    private static final int ROUNDS = 12;
    private static final int WARM_UP = 4;
    private static final double MOST = 1.5;
    private static final String CHECKED = "inbox, 22 municipalities: page and count, with rights and tenants checked";
    private static final String UNCHECKED = "inbox, 22 municipalities: page and count, with nothing checked";

    private final Servers servers;
    private final Association association;
    private final Figures figures;

    RightsCost(Servers servers, Association association, Figures figures) {
        this.servers = servers;
        this.association = association;
        this.figures = figures;
    }

    /** @param checked node that works as delivered; the other one is started for this and stopped again */
    void measure(Server checked) throws IOException, InterruptedException {
        List<String> java = List.of(
                MorningRun.HEAP,
                "-Dcamunda.bpm.authorization.enabled=false",
                "-Dcamunda.bpm.generic-properties.properties.tenant-check-enabled=false",
                "-Dcamunda.bpm.job-execution.enabled=false",
                "-jar",
                Servers.jar("product.jar"));
        var environment = new TreeMap<>(servers.environment(association.database(), association.files()));
        try (Server open = servers.product("unchecked", java, environment)) {
            List<Candidate> with = association.clerks(checked, servers.secret());
            List<Candidate> without = association.clerks(open, servers.secret());
            for (int number = 0; number < with.size(); number++) {
                CityInbox.same(
                        "first page without checks",
                        with.get(number).firstPage(),
                        without.get(number).firstPage());
                CityInbox.same(
                        "count without checks",
                        with.get(number).count(),
                        without.get(number).count());
            }
            nothingIsChecked(with.get(0), without.get(0));
            rounds(with, without, WARM_UP, new Figures());
            rounds(with, without, ROUNDS, figures);
        }
    }

    /** A node that checked would make both as slow, and the bar could not be missed. */
    private static void nothingIsChecked(Candidate checked, Candidate unchecked) {
        if (unchecked.allOpen() <= checked.allOpen()) {
            throw new IllegalStateException("Without checks " + unchecked.name() + " sees no more than with them");
        }
    }

    /** Every clerk asks both in turns, and in every second round the other one first. */
    private static void rounds(List<Candidate> with, List<Candidate> without, int rounds, Figures figures) {
        for (int round = 0; round < rounds; round++) {
            for (int number = 0; number < with.size(); number++) {
                List<Runnable> turns = new ArrayList<>();
                Candidate checked = with.get(number);
                Candidate unchecked = without.get(number);
                turns.add(() -> figures.time(CHECKED, () -> Association.look(checked)));
                turns.add(round % 2, () -> figures.time(UNCHECKED, () -> Association.look(unchecked)));
                turns.forEach(Runnable::run);
            }
        }
    }

    void judge(Bars bars) {
        bars.atMost(
                "inbox, 22 municipalities: as long as with nothing checked, times",
                figures.median(CHECKED) / figures.median(UNCHECKED),
                MOST,
                "x");
    }
}
