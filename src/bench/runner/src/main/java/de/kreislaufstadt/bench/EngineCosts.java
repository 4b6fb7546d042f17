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
    private static final String COMPLETE = "complete ";
    private static final double AS_STOCK = 1;

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
                    keep(own, COMPLETE + name, log.count(() -> desk.complete(task)));
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

    /** Both check a login, rights and a tenant; ours do so for every task of the path together, stock's likewise. */
    void judge(Bars bars) {
        if (costs.containsKey(Contender.PRODUCT) && costs.containsKey(Contender.GUARDED)) {
            bars.atMost(
                    "the engine's statements per completed task: as many as stock with a login, times",
                    (double) completing(Contender.PRODUCT) / completing(Contender.GUARDED),
                    AS_STOCK,
                    "x");
        }
    }

    private int completing(String contender) {
        return costs.get(contender).entrySet().stream()
                .filter(cost -> cost.getKey().startsWith(COMPLETE))
                .mapToInt(cost -> cost.getValue().engine())
                .sum();
    }

    /** @return by candidate and use case: statements, the engine's among them, commits, bytes */
    Map<String, Map<String, StatementLog.Cost>> describe() {
        return costs;
    }

    /** One line per use case, the candidates beside each other. */
    String table() {
        StringBuilder text = new StringBuilder("statements (the engine's) / commits / bytes of the log")
                .append(System.lineSeparator());
        text.append(String.format(Locale.ROOT, "%-36s", ""));
        costs.keySet().forEach(name -> text.append(String.format(Locale.ROOT, " %24s", name)));
        text.append(System.lineSeparator());
        costs.values().iterator().next().keySet().forEach(what -> {
            text.append(String.format(Locale.ROOT, "%-36s", what));
            costs.values().forEach(own -> {
                StatementLog.Cost cost = own.get(what);
                text.append(String.format(
                        Locale.ROOT,
                        " %24s",
                        cost.statements() + " (" + cost.engine() + ") / " + cost.commits() + " / " + cost.walBytes()));
            });
            text.append(System.lineSeparator());
        });
        return text.toString();
    }
}
