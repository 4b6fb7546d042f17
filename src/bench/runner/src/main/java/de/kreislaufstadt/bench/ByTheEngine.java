package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same figures, collected the way somebody would who has only the engine: its starter in front of the same tables, nobody
 * signs in there and nothing is checked. Only a part of what our pages show is collected, and it has to be equal to ours.
 */
final class ByTheEngine {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final String TENANT = "tenantIdIn=" + ManagersCity.CITY;
    private static final int PAGE = 1_000;
    private static final int ROWS = 50;
    private static final int WEEKS = 12;
    private static final int MONTHS = 12;
    private static final double FASTER = 20;

    private final Client rest;
    private final Figures figures;
    private final ManagerPages pages;
    private final int size;
    private final LocalDate today = LocalDate.now(BERLIN);

    ByTheEngine(Client rest, Figures figures, ManagerPages pages, int size) {
        this.rest = rest;
        this.figures = figures;
        this.pages = pages;
        this.size = size;
    }

    void measure() {
        same(ManagerPages.PORTFOLIO, this::portfolio, this::portfolioOfOurs, 2);
        same(ManagerPages.WORKLOAD, this::workload, this::workloadOfOurs, 1);
        same(ManagerPages.THROUGHPUT, this::throughput, this::throughputOfOurs, 1);
    }

    private interface Collection {
        Object collect();
    }

    private void same(String page, Collection engine, Collection ours, int times) {
        List<Object> found = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            figures.time(name(page), () -> found.add(engine.collect()));
        }
        CityInbox.same(page, found.get(0), ours.collect());
    }

    private static String name(String page) {
        return page + ", by the engine's REST";
    }

    void judge(Bars bars) {
        List.of(ManagerPages.PORTFOLIO, ManagerPages.WORKLOAD, ManagerPages.THROUGHPUT)
                .forEach(page -> bars.atLeast(
                        page + ": as fast as the engine's REST, times",
                        figures.median(name(page)) / pages.median(page),
                        FASTER,
                        "x"));
    }

    /** Tiles and the days of the first fifty measures; with whom each of these lies takes one more question each. */
    private Object portfolio() {
        Map<String, Object> found = new TreeMap<>();
        String lifecycle = "/engine-rest/process-instance/count?processDefinitionKey=measure-lifecycle&" + TENANT;
        found.put("running", count(lifecycle + "&active=true"));
        found.put("paused", count(lifecycle + "&suspended=true"));
        Map<String, String> numbers = new HashMap<>();
        Set<String> overdue = new HashSet<>();
        Map<String, LocalDate> first = new LinkedHashMap<>();
        for (JsonNode task : overdueTasks()) {
            String number = numberOf(task, numbers);
            if (!first.containsKey(number) && first.size() < ROWS) {
                first.put(number, moment(task.path("due").asText()));
                rest.get("/engine-rest/task/" + task.path("id").asText() + "/identity-links");
            }
            if (!task.path("suspended").asBoolean()) {
                overdue.add(number);
            }
        }
        found.put("overdue", overdue.size());
        Set<String> decisions = new HashSet<>();
        rest.get("/engine-rest/task?active=true&taskDefinitionKeyLike=decide-%25&" + TENANT)
                .forEach(task -> decisions.add(task.path("processInstanceId").asText()));
        found.put("decision", decisions.size());
        Set<String> stuck = new HashSet<>();
        rest.get("/engine-rest/incident?" + TENANT)
                .forEach(
                        incident -> stuck.add(incident.path("processInstanceId").asText()));
        found.put("stuck", stuck.size());
        found.put("rows", List.copyOf(first.values()));
        return found;
    }

    private List<JsonNode> overdueTasks() {
        List<JsonNode> tasks = new ArrayList<>();
        JsonNode page;
        do {
            page = rest.get("/engine-rest/task?sortBy=dueDate&sortOrder=asc&firstResult=" + tasks.size()
                    + "&maxResults=" + PAGE + "&dueBefore=" + at(today) + "&" + TENANT);
            page.forEach(tasks::add);
        } while (page.size() == PAGE);
        return tasks;
    }

    /** The task does not say it, its instance does; instances are asked for a page at a time. */
    private String numberOf(JsonNode task, Map<String, String> known) {
        String instance = task.path("processInstanceId").asText();
        if (known.isEmpty()) {
            JsonNode page;
            do {
                page = rest.get("/engine-rest/process-instance?sortBy=instanceId&sortOrder=asc&firstResult="
                        + known.size() + "&maxResults=" + PAGE + "&" + TENANT);
                page.forEach(one -> known.put(
                        one.path("id").asText(), one.path("businessKey").asText()));
            } while (page.size() == PAGE);
        }
        return known.get(instance);
    }

    private Object portfolioOfOurs() {
        JsonNode page = pages.open(ManagerPages.PORTFOLIO, size);
        Map<String, Object> found = new TreeMap<>();
        List.of("running", "paused", "overdue", "decision", "stuck")
                .forEach(tile -> found.put(tile, page.path("tiles").path(tile).asInt()));
        List<LocalDate> days = new ArrayList<>();
        page.path("rows")
                .forEach(row -> days.add(LocalDate.parse(row.path("due").asText())));
        found.put("rows", days);
        return found;
    }

    /** Three counts for each department, and six for the end of each of the twelve weeks. */
    private Object workload() {
        Map<String, List<Integer>> found = new TreeMap<>();
        for (String department : ManagersCity.departments()) {
            String group = ManagersCity.CITY + "-" + department;
            String open = "/engine-rest/task/count?includeAssignedTasks=true&candidateGroups=" + group + "," + group
                    + "-head&" + TENANT;
            found.put(
                    department,
                    List.of(count(open), count(open + due(today)), count(open + "&dueBefore=" + at(today))));
        }
        LocalDate last = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int back = 0; back < WEEKS; back++) {
            LocalDate monday = last.minusWeeks(back);
            String due = "&taskDueDateAfter=" + at(monday) + "&taskDueDateBefore=" + at(monday.plusDays(7));
            String late = "&taskDueDateBefore=" + at(monday);
            found.put(monday.toString(), List.of(openAt(monday, ""), openAt(monday, due), openAt(monday, late)));
        }
        return found;
    }

    private int openAt(LocalDate monday, String more) {
        String begun = "/engine-rest/history/task/count?" + TENANT + "&startedBefore=" + at(monday) + more;
        return count(begun + "&unfinished=true") + count(begun + "&finishedAfter=" + at(monday));
    }

    private static String due(LocalDate day) {
        return "&dueAfter=" + at(day) + "&dueBefore=" + at(day.plusDays(7));
    }

    private Object workloadOfOurs() {
        JsonNode page = pages.open(ManagerPages.WORKLOAD, size);
        Map<String, List<Integer>> found = new TreeMap<>();
        page.path("departments").forEach(row -> found.put(row.path("key").asText(), load(row)));
        page.path("weeks").forEach(row -> found.put(row.path("week").asText(), load(row)));
        return found;
    }

    private static List<Integer> load(JsonNode row) {
        return List.of(
                row.path("open").asInt(),
                row.path("due").asInt(),
                row.path("overdue").asInt());
    }

    /** Every ended task of the period, a day at a time, which is the fastest way there is; sorted into steps by the reader. */
    private Object throughput() {
        Map<String, List<Long>> durations = new TreeMap<>();
        Map<String, int[]> deadlines = new HashMap<>();
        for (LocalDate day = since(); !day.isAfter(today); day = day.plusDays(1)) {
            String end =
                    day.plusDays(1).atStartOfDay(BERLIN).minusNanos(1_000_000).format(MOMENT);
            rest.get("/engine-rest/history/task?taskDeleteReason=completed&" + TENANT + "&finishedAfter=" + at(day)
                            + "&finishedBefore=" + Client.encoded(end))
                    .forEach(task -> {
                        String step = task.path("processDefinitionKey").asText() + " "
                                + task.path("taskDefinitionKey").asText();
                        durations
                                .computeIfAbsent(step, none -> new ArrayList<>())
                                .add(task.path("duration").asLong());
                        if (!task.path("due").isNull()) {
                            int[] counts = deadlines.computeIfAbsent(step, none -> new int[2]);
                            counts[0]++;
                            boolean inTime = !moment(task.path("endTime").asText())
                                    .isAfter(moment(task.path("due").asText()));
                            counts[1] += inTime ? 1 : 0;
                        }
                    });
        }
        Map<String, List<String>> found = new TreeMap<>();
        durations.forEach((step, all) -> {
            int[] counts = deadlines.getOrDefault(step, new int[2]);
            all.sort(null);
            found.put(
                    step,
                    List.of(
                            String.valueOf(all.size()),
                            percentile(all, 50),
                            percentile(all, 90),
                            String.valueOf(counts[0]),
                            String.valueOf(counts[1])));
        });
        return found;
    }

    /** Rounded down as our page shows it: to hours below three days, else to days. */
    private static String percentile(List<Long> sorted, int percent) {
        long seconds = sorted.get((sorted.size() * percent + 99) / 100 - 1) / 1_000;
        return seconds < 259_200 ? seconds / 3_600 + " HOURS" : seconds / 86_400 + " DAYS";
    }

    private Object throughputOfOurs() {
        Map<String, List<String>> found = new TreeMap<>();
        pages.open(ManagerPages.THROUGHPUT, size).path("steps").forEach(step -> {
            JsonNode times = step.path("times");
            found.put(
                    step.path("process").asText() + " " + step.path("task").asText(),
                    List.of(
                            times.path("done").asText(),
                            duration(times.path("whole").path("median")),
                            duration(times.path("whole").path("ninety")),
                            times.path("withDeadline").asText(),
                            times.path("inTime").asText()));
        });
        return found;
    }

    private static String duration(JsonNode duration) {
        return duration.path("value").asText() + " " + duration.path("unit").asText();
    }

    private LocalDate since() {
        return today.withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    private int count(String path) {
        return rest.get(path).path("count").asInt();
    }

    private static String at(LocalDate day) {
        return Client.encoded(day.atStartOfDay(BERLIN).format(MOMENT));
    }

    private static LocalDate moment(String engine) {
        return OffsetDateTime.parse(engine, MOMENT).atZoneSameInstant(BERLIN).toLocalDate();
    }
}
