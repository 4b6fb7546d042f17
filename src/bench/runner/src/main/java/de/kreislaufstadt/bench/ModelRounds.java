package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The model approach of an association of two hundred members: from the draft that is handed in until every member has its task, and
 * the page on which a thousand comments are answered beside their passages.
 */
final class ModelRounds {

    private static final String OFFICE = "verbund";
    private static final String COMPONENTS = "/camunda/api/kreislaufstadt/components";
    private static final int MEMBERS = 200;
    private static final int COMMENTS = 1_000;
    private static final int SECTIONS = 8;
    private static final int PASSES = 12;
    private static final int WARM_UP = 4;
    private static final List<String> BEGUN = List.of("VISION_GOALS", "PROCESSES", "STRATEGY");
    private static final double LONGEST_PAGE_MILLIS = 300;
    private static final double LONGEST_START_MILLIS = 10_000;
    private static final double P95 = 0.95;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String START = "round of 200 members: from the draft to the last member's task";
    private static final String PAGE = "consolidation of 1000 comments: list of passages and one of them";
    private static final String ANSWER = "consolidation of 1000 comments: storing an answer";

    private final Servers servers;
    private final Figures figures;
    private final Machine machine;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Database database;
    private final ComparedCities compared;

    ModelRounds(Servers servers, Figures figures, Machine machine) {
        this.servers = servers;
        this.figures = figures;
        this.machine = machine;
        this.database = servers.newDatabase("model_rounds", "camunda");
        this.compared = new ComparedCities(database, figures);
    }

    void measure() throws IOException, InterruptedException {
        try (Server node = servers.product(database, files())) {
            Client program = new Client(node.port()).as(OFFICE + "-clerk", servers.secret());
            Client desk = new Client(node.port()).inTasklist(OFFICE + "-clerk", servers.secret());
            for (String component : BEGUN) {
                start(program, desk, component);
            }
            database.settle();
            String round = comment(BEGUN.get(BEGUN.size() - 1));
            consolidate(desk, round);
            compared.fill();
            compared.measure(desk, machine);
        }
        facts.put("members", MEMBERS);
        facts.put("comments of a round", COMMENTS);
        facts.put("passages of a round", SECTIONS);
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= MEMBERS; number++) {
            files.add(Servers.municipality("/bench-member.yaml", member(number), "Kommune " + number, number, 5));
        }
        String members = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> String.format(
                        Locale.ROOT,
                        "    - {municipality: %s, name: Kommune %d, sizeClass: %s, joined: 2023-07-01}%n",
                        member(number),
                        number,
                        number % 3 == 0 ? "LARGE" : "MEDIUM"))
                .collect(Collectors.joining());
        Path office = Files.createTempFile("bench-" + OFFICE, ".yaml");
        office.toFile().deleteOnExit();
        files.add(Files.writeString(
                office,
                Servers.resource("/bench-association.yaml")
                        .replace("${ID}", OFFICE)
                        .replace("${MEMBERS}\n", members)));
        return files;
    }

    private static String member(int number) {
        return String.format(Locale.ROOT, "member%03d", number);
    }

    /** The clock runs from the moment the draft is handed in: before it, nobody else has a task. */
    private void start(Client program, Client desk, String component) throws InterruptedException {
        desk.post(COMPONENTS + "/rounds", Map.of("components", List.of(component)));
        String key = "MA-" + component + "-1";
        JsonNode task = program.get("/engine-rest/task?processInstanceBusinessKey=" + key)
                .path(0);
        String path = "/engine-rest/task/" + task.path("id").asText();
        program.post(path + "/claim", Map.of("userId", OFFICE + "-clerk"));
        long begin = System.nanoTime();
        program.post(path + "/submit-form", Servers.form(Servers.json(draft())));
        Machine.await(key, LONGEST, () -> asked(component) == MEMBERS);
        figures.add(START, (System.nanoTime() - begin) / 1e6);
    }

    private long asked(String component) {
        return database.count(
                "select count(*) from component_request q join component_round r on r.id = q.round_id"
                        + " where r.component = ? and r.state = 'COMMENTING' and q.state = 'OPEN'",
                component);
    }

    private static Map<String, Object> draft() {
        return Map.of(
                "sections",
                IntStream.rangeClosed(1, SECTIONS)
                        .mapToObj(number -> Map.of(
                                "heading",
                                "Abschnitt " + number,
                                "anchor",
                                "abschnitt-" + number,
                                "text",
                                ("Was die Städte in Abschnitt " + number + " gemeinsam vorhaben. ").repeat(60)))
                        .toList(),
                "changeSummary",
                "Erste Fassung.",
                "commentsUntil",
                LocalDate.now().plusDays(60).toString(),
                "completion",
                "DATE");
    }

    /** Five comments of every member, as rows: how they are typed is not what is measured here. @return id of the round */
    private String comment(String component) {
        JdbcTemplate sql = database.sql();
        String round =
                sql.queryForObject("select id::text from component_round where component = ?", String.class, component);
        sql.update(
                "insert into component_comment (id, municipality_id, round_id, request_id, position, anchor, kind, text, proposal)"
                        + " select gen_random_uuid(), q.municipality_id, q.round_id, q.id, n,"
                        + " case when n < 5 then 'abschnitt-' || 1 + (n * 7 + row_number() over (order by q.id, n)) % ? end, 'CHANGE',"
                        + " repeat('Was hier noch fehlt, steht in einem Satz. ', 1 + n), 'Besser wäre es so.'"
                        + " from component_request q, generate_series(1, ?) n where q.round_id::text = ?",
                SECTIONS, COMMENTS / MEMBERS, round);
        sql.update(
                "update component_request set state = 'ANSWERED', answered_at = now(), answered_by = 'bench' where round_id::text = ?",
                round);
        sql.update("update component_round set state = 'CONSOLIDATING', closed_by = 'ALL' where id::text = ?", round);
        CityInbox.same(
                "comments",
                (long) COMMENTS,
                database.count("select count(*) from component_comment where round_id::text = ?", round));
        database.settle();
        return round;
    }

    private void consolidate(Client desk, String round) {
        String address = COMPONENTS + "/" + BEGUN.get(BEGUN.size() - 1) + "/rounds/1/passages";
        CityInbox.same(
                "comments on the page",
                COMMENTS,
                desk.get(address).path("comments").asInt());
        for (int pass = 0; pass < WARM_UP; pass++) {
            eachPassage(desk, address, new Figures());
        }
        machine.inQuiet(PAGE, figures, own -> {
            for (int pass = 0; pass < PASSES; pass++) {
                eachPassage(desk, address, own);
            }
        });
        for (String comment : database.sql()
                .queryForList(
                        "select id::text from component_comment where round_id::text = ? order by id limit 50",
                        String.class,
                        round)) {
            Map<String, Object> answer = Map.of("answer", "PARTLY", "text", "Steht nun im zweiten Satz.");
            figures.time(ANSWER, () -> desk.send("PUT", address.replace("passages", "comments/" + comment), answer));
        }
    }

    private static void eachPassage(Client desk, String address, Figures own) {
        for (int number = 1; number <= SECTIONS; number++) {
            String passage = address + "/abschnitt-" + number;
            own.time(PAGE, () -> {
                desk.get(address);
                desk.get(passage);
            });
        }
    }

    void judge(Bars bars) {
        bars.atMost(PAGE + ", p95", figures.quantile(PAGE, P95), LONGEST_PAGE_MILLIS, "ms");
        compared.judge(bars);
        bars.atMost(START + ", longest of three", figures.quantile(START, 1), LONGEST_START_MILLIS, "ms");
    }

    Map<String, Object> describe() {
        return facts;
    }
}
