package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http.Answer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The course of one measure, step by step. Each step is done by one person; afterwards the rows it wrote and the inbox of
 * everybody in the city are compared with what they must be.
 */
final class Course {

    /** A timer that is due is found by the job executor within ten seconds, its longest pause. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String OUTSIDER = "marketing";

    /** Written with every step, or by the mail sender at its own pace. */
    private static final Set<String> ASIDE = Set.of("step", "notice", "mail", "mail_notice");

    /** Kept about every step by the log of actions, by the views of managers and for the public; tests of their own look at them. */
    private static final List<String> KEPT_BESIDE =
            List.of("audit_", "monitored_", "task_time", "phase_time", "workload_", "released_");

    private final City city;
    private String number;
    private String measure;
    private Map<String, Integer> before = Map.of();
    private int steps;

    Course(City city) {
        this.city = city;
    }

    /** @return the number the application gave the measure, e.g. {@code WW-01} */
    String number() {
        return number;
    }

    /** @return id of the measure's row */
    String measure() {
        return measure;
    }

    /** @return number of forms sent so far */
    int steps() {
        return steps;
    }

    City city() {
        return city;
    }

    Course proposes(String place, JsonNode form) {
        before = city.database().rowCounts();
        Desk desk = city.desk(place);
        Answer answer = desk.proposes(form);
        assertThat(answer.status())
                .as("proposal by %s: %s", place, answer.body())
                .isEqualTo(200);
        number = answer.json().path("businessKey").asText();
        measure = city.database()
                .value(
                        "select id from kreislaufstadt.measure where municipality_id = ? and number = ?",
                        City.ID,
                        number);
        noted(desk, "propose-measure", place);
        return this;
    }

    /** Completes the oldest open task of the kind. Every other step goes the other of the two ways. */
    Course does(String place, String task, JsonNode form) {
        List<String> open = city.desk(place).open(number, task);
        assertThat(open).as("%s open for %s of %s", task, place, number).isNotEmpty();
        return doesOne(place, task, open.get(0), form);
    }

    /** Completes one certain task. */
    Course doesOne(String place, String task, String id, JsonNode form) {
        before = city.database().rowCounts();
        Desk desk = city.desk(place);
        Desk.Way way = steps % 2 == 0 ? Desk.Way.COMPLETE : Desk.Way.SUBMIT_FORM;
        Answer answer = desk.completes(way, id, form);
        assertThat(answer.status())
                .as("%s by %s of %s: %s", task, place, number, answer.body())
                .isEqualTo(204);
        noted(desk, task, place);
        return this;
    }

    /** Every step leaves a line in the measure's proof of who did what. */
    private void noted(Desk desk, String task, String place) {
        steps++;
        assertThat(city.database()
                        .sql("""
                                select task_key || ' ' || completed_by || ' ' || coalesce(department, '-')
                                from kreislaufstadt.step where municipality_id = ? and measure_id = ?::uuid
                                order by created_at desc limit 1
                                """)
                        .params(City.ID, measure)
                        .query(String.class)
                        .single())
                .isEqualTo(task + " " + desk.user() + " " + place.replace("-head", ""));
    }

    /**
     * Compares the rows that the last step added with what it must have added; the line in the proof of steps and what people
     * are told of it go without saying.
     *
     * @param expected "table +n", or "table -n" where a step takes rows away
     */
    Course writes(String... expected) {
        Map<String, Integer> after = city.database().rowCounts();
        Map<String, Integer> added = new TreeMap<>();
        after.forEach((table, rows) -> {
            int difference = rows - before.getOrDefault(table, 0);
            if (difference != 0
                    && !ASIDE.contains(table)
                    && KEPT_BESIDE.stream().noneMatch(table::startsWith)) {
                added.put(table, difference);
            }
        });
        Map<String, Integer> wanted = new TreeMap<>();
        Arrays.stream(expected).forEach(entry -> {
            String[] parts = entry.split(" ");
            wanted.put(parts[0], Integer.valueOf(parts[1]));
        });
        assertThat(added).as("rows written by step %d of %s", steps, number).isEqualTo(wanted);
        return this;
    }

    /** Checks one value of the measure's rows: the query's first parameter is the measure's id. */
    Course holds(String sql, Object expected) {
        assertThat(city.database().value(sql, measure)).as(sql).isEqualTo(String.valueOf(expected));
        return this;
    }

    Course hasState(String state) {
        return holds("select state from kreislaufstadt.measure where id = ?::uuid", state);
    }

    /**
     * Waits until the measure's open tasks are these and no others, and everybody sees their own and nobody else's.
     *
     * @param inboxes "place: task", e.g. "klima: review-proposal"; "wfm-head: …" is for the head only
     */
    Course leaves(String... inboxes) {
        Map<String, List<String>> tasks = new HashMap<>();
        Arrays.stream(inboxes)
                .map(inbox -> inbox.split(": "))
                .forEach(inbox -> tasks.merge(inbox[0], List.of(inbox[1]), Course::joined));
        await("inboxes of " + number)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(inboxes()).isEqualTo(expected(tasks)));
        city.database().values("""
                        select t.id_ from camunda.act_ru_task t
                        join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ?
                        """, number).forEach(this::isHidden);
        return this;
    }

    private Map<String, List<String>> inboxes() {
        Map<String, List<String>> inboxes = new TreeMap<>();
        city.people().forEach(person -> inboxes.put(person, city.deskOf(person).sees(number)));
        return inboxes;
    }

    private Map<String, List<String>> expected(Map<String, List<String>> tasks) {
        Map<String, List<String>> expected = new TreeMap<>();
        city.people().forEach(person -> {
            String department = person.substring(0, person.lastIndexOf('-'));
            List<String> own = tasks.getOrDefault(department, List.of());
            List<String> head = tasks.getOrDefault(department + "-head", List.of());
            expected.put(person, person.endsWith("-leitung") ? joined(own, head) : joined(own, List.of()));
        });
        return expected;
    }

    /** Lets a task have been overdue for so long that its head is asked. */
    Course escalates(String task) {
        city.escalates(number, task);
        return this;
    }

    /** Lets the day of a timer come. */
    Course dateArrives(String event) {
        city.dateArrives(number, event);
        return this;
    }

    private void isHidden(String task) {
        assertThat(city.desk(OUTSIDER).client().get("/engine-rest/task/" + task).status())
                .as("task %s for %s", task, OUTSIDER)
                .isIn(403, 404);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }
}
