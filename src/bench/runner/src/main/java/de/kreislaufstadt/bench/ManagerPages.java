package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Cockpit's pages ask for, as a manager who is signed in: one installation with few and one with many measures, in turns. */
final class ManagerPages {

    static final String PORTFOLIO = "portfolio as it opens";
    static final String THROUGHPUT = "Durchlauf, twelve months";
    static final String WORKLOAD = "Auslastung";
    static final String TIMELINE = "Zeitachse as it opens";

    private static final String OURS = "/camunda/api/kreislaufstadt/";
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 20;
    private static final double P95 = 0.95;
    private static final double PORTFOLIO_MILLIS = 100;
    private static final double TIMES_MILLIS = 300;
    private static final double GROWTH = 1.5;

    /** By name: what the page asks the server for, one after the other. */
    private static final Map<String, List<String>> PAGES = pages();

    private final Figures figures;
    private final Map<Integer, Client> managers;
    private final int few;
    private final int many;

    /** @param managers by number of measures */
    ManagerPages(Figures figures, Map<Integer, Client> managers, int few, int many) {
        this.figures = figures;
        this.managers = managers;
        this.few = few;
        this.many = many;
    }

    private static Map<String, List<String>> pages() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(PORTFOLIO, List.of("portfolio/choices", "portfolio?sort=DUE&order=asc&page=1"));
        pages.put("portfolio by lead", List.of("portfolio?sort=LEAD&order=asc&page=1"));
        pages.put("portfolio by phase, second page", List.of("portfolio?sort=PHASE&order=desc&page=2"));
        pages.put("portfolio, overdue", List.of("portfolio?sort=DUE&order=asc&page=1&tile=OVERDUE"));
        pages.put("portfolio, words", List.of("portfolio?sort=DUE&order=asc&page=1&words=bauteile%207"));
        pages.put("portfolio of a department", List.of("portfolio?sort=DUE&order=asc&page=1&department=d07"));
        pages.put(TIMELINE, List.of("timeline?page=0&words=&state="));
        pages.put("Zeitachse, words", List.of("timeline?page=0&words=bauteile%207&state="));
        pages.put(WORKLOAD, List.of("workload"));
        pages.put("Auslastung of a department", List.of("workload?department=d07"));
        pages.put(THROUGHPUT, List.of("throughput?months=12"));
        return pages;
    }

    void measure(Machine machine) {
        rounds(WARM_UP, new Figures());
        machine.inQuiet("pages of managers", figures, own -> rounds(ROUNDS, own));
    }

    /** Every round begins with the other installation. */
    private void rounds(int rounds, Figures own) {
        for (int round = 0; round < rounds; round++) {
            List<Integer> sizes = round % 2 == 0 ? List.of(few, many) : List.of(many, few);
            PAGES.keySet().forEach(page -> sizes.forEach(size -> own.time(name(page, size), () -> open(page, size))));
        }
    }

    /** @return what the last question was answered with */
    JsonNode open(String page, int size) {
        JsonNode answer = null;
        for (String path : PAGES.get(page)) {
            answer = managers.get(size).get(OURS + path);
        }
        return answer;
    }

    private static String name(String page, int size) {
        return page + ", " + size + " measures";
    }

    double median(String page) {
        return figures.median(name(page, many));
    }

    void judge(Bars bars) {
        PAGES.keySet()
                .forEach(page -> bars.atMost(
                        name(page, many) + ", p95",
                        figures.quantile(name(page, many), P95),
                        page.startsWith("portfolio") ? PORTFOLIO_MILLIS : TIMES_MILLIS,
                        "ms"));
        bars.atMost(
                name(PORTFOLIO, many) + ": as long as with " + few + ", times",
                figures.median(name(PORTFOLIO, many)) / figures.median(name(PORTFOLIO, few)),
                GROWTH,
                "x");
    }
}
