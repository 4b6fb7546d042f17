package de.kreislaufstadt.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL has to do for each step of the path on each candidate: statements, transactions, bytes of its log. */
final class EngineCosts {

    private static final int TIMES = 3;

    private final JdbcTemplate superuser;
    private final Map<String, Map<String, StatementLog.Cost>> costs = new LinkedHashMap<>();

    EngineCosts(JdbcTemplate superuser) {
        this.superuser = superuser;
    }

    /** Three lives, of which the cheapest step of each kind counts: whatever comes by the clock is in one of them only. */
    void count(Contender contender) throws IOException, InterruptedException {
        Map<String, StatementLog.Cost> own = costs.computeIfAbsent(contender.name(), name -> new LinkedHashMap<>());
        try (StatementLog log = StatementLog.of(superuser, contender.database())) {
            for (int time = 0; time < TIMES; time++) {
                Desk desk = contender.desk();
                desk.page();
                List<String> begun = new ArrayList<>();
                keep(own, "propose", log.count(() -> begun.add(desk.begin())));
                String measure = begun.get(0);
                for (int step = 0; step < Desk.PATH.size(); step++) {
                    String key = Desk.PATH.get(step);
                    List<Desk.Open> found = new ArrayList<>();
                    keep(own, "look for the tasks of a measure", log.count(() -> found.addAll(desk.open(measure))));
                    Desk.Open task = found.stream()
                            .filter(open -> open.key().equals(key))
                            .findFirst()
                            .orElseThrow();
                    keep(own, "claim", log.count(() -> desk.take(task)));
                    // One of two, and the last of two.
                    String name = step > 0 && key.equals(Desk.PATH.get(step - 1)) ? key + ", the last" : key;
                    keep(own, "complete " + name, log.count(() -> desk.complete(task)));
                }
                keep(own, "page of tasks", log.count(desk::page));
                keep(own, "count of tasks", log.count(desk::count));
            }
        }
    }

    private static void keep(Map<String, StatementLog.Cost> own, String what, StatementLog.Cost cost) {
        own.merge(
                what,
                cost,
                (a, b) -> a.statements() < b.statements()
                                || a.statements() == b.statements() && a.walBytes() <= b.walBytes()
                        ? a
                        : b);
    }

    /** @return by candidate and use case: statements, commits, bytes */
    Map<String, Map<String, StatementLog.Cost>> describe() {
        return costs;
    }

    /** One line per use case, the candidates beside each other: statements / commits / bytes of the log. */
    String table() {
        StringBuilder text =
                new StringBuilder("statements / commits / bytes of the log").append(System.lineSeparator());
        text.append(String.format(Locale.ROOT, "%-36s", ""));
        costs.keySet().forEach(name -> text.append(String.format(Locale.ROOT, " %20s", name)));
        text.append(System.lineSeparator());
        costs.values().iterator().next().keySet().forEach(what -> {
            text.append(String.format(Locale.ROOT, "%-36s", what));
            costs.values().forEach(own -> {
                StatementLog.Cost cost = own.get(what);
                text.append(String.format(
                        Locale.ROOT, " %20s", cost.statements() + " / " + cost.commits() + " / " + cost.walBytes()));
            });
            text.append(System.lineSeparator());
        });
        return text.toString();
    }
}
