package de.kreislaufstadt.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The figures that an operator's monitoring collects: the handbook lists each, alerts and dashboard ask for nothing that is not
 * there, every alert has a page that says what to do, and none of them tells anything about people.
 */
@ApplicationTest
class MetricsTest {

    private static final Path FOLDER = Path.of("src", "observation");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) \\S+$");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_:]+)(?:\\{([^}]*)})? ");

    /** Names in an expression: not functions, not labels, not what Prometheus itself says of what it collects. */
    private static final Pattern NAME =
            Pattern.compile("\\b((?:kreislaufstadt|hikaricp|http|jvm|process|disk|tomcat|system)_[a-z0-9_]+)\\b");

    private static final Map<String, String> UNITS = Map.of("Sekunden", "_seconds", "Byte", "_bytes");

    @Autowired
    Office office;

    @Autowired
    TestClock.Movable clock;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private String collected;

    @BeforeEach
    void somethingHasHappened() {
        String number = office.as("klima-sachbearbeitung")
                .proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        new Http(port).as("niemand-hier", "wrong").get("/engine-rest/task/count");
        clock.advance(Duration.ofMinutes(1));
        collected = new Http(managementPort).get("/actuator/prometheus").body();
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void theHandbookListsEveryFigureOfTheProductWithItsUnit() {
        List<List<String>> listed = HandbookTables.rows("kennzahlen.md");

        assertThat(listed.stream().map(row -> row.get(0)).filter(name -> name.startsWith("kreislaufstadt_")))
                .containsExactlyInAnyOrderElementsOf(families().stream()
                        .filter(name -> name.startsWith("kreislaufstadt_"))
                        .toList());
        assertThat(listed.stream().map(row -> row.get(0)))
                .as("those of the platform, too")
                .allMatch(families()::contains);
        assertThat(listed).allSatisfy(row -> {
            String unit = UNITS.get(row.get(1));
            assertThat(UNITS.values().stream().filter(end -> row.get(0).contains(end)))
                    .as(row.get(0))
                    .isEqualTo(unit == null ? List.of() : List.of(unit));
            assertThat(row.get(2)).as(row.get(0)).hasSizeGreaterThan(15);
        });
    }

    @Test
    void figuresAreTrue() {
        assertThat(value("kreislaufstadt_tasks_completed_total{task=\"review-proposal\"}"))
                .isPositive();
        assertThat(value("kreislaufstadt_tasks_open")).isPositive();
        assertThat(value("kreislaufstadt_sign_ins_failed_total{reason=\"refused\"}"))
                .isPositive();
        assertThat(value("kreislaufstadt_jobs_late_oldest_seconds")).isNotNegative();
    }

    /** What a label can say is written down in models and code, never entered by anybody. */
    @Test
    void labelsAreFewAndSayNothingOfPeopleOrMunicipalities() {
        Map<String, Set<String>> labels = new TreeMap<>();
        SERIES.matcher(collected)
                .results()
                .filter(series -> series.group(1).startsWith("kreislaufstadt_") && series.group(2) != null)
                .forEach(series -> Pattern.compile("([a-z]+)=\"([^\"]*)\"")
                        .matcher(series.group(2))
                        .results()
                        .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                                .add(label.group(2))));

        assertThat(labels.keySet()).containsExactlyInAnyOrder("part", "task", "reason", "from");
        assertThat(labels.get("part")).containsExactlyInAnyOrder("database", "engine", "jobs");
        assertThat(labels.get("task"))
                .allMatch(task -> Files.exists(HandbookTables.FOLDER.resolve("aufgaben/" + task + ".md")));
        assertThat(collected).doesNotContain("muenster", "sachbearbeitung", "@");
    }

    @Test
    void everyAlertAsksForFiguresThatExistAndLeadsToAPageThatSaysWhatToDo() throws IOException {
        List<JsonNode> alerts = alerts();
        Set<String> pages = new TreeSet<>();

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(unknown(alert.path("expr").asText())).as(name).isEmpty();
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("critical", "warning");
            assertThat(alert.path("annotations").path("summary").asText())
                    .as(name)
                    .isNotBlank();
            String page = alert.path("annotations").path("runbook").asText();
            assertThat(page).as(name).startsWith("docs/handbuch/stoerung-");
            assertThat(Path.of(page)).isRegularFile();
            assertThat(Files.readString(Path.of(page))).as(page).contains("`" + name + "`");
            assertThat(alert.path("annotations").path("runbook_url").asText())
                    .as("the same page where it is read")
                    .endsWith("/handbuch/" + page.replaceAll(".*/|\\.md", ""));
            pages.add(page);
        });
        try (var files = Files.list(HandbookTables.FOLDER)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("stoerung-"))
                            .map(Path::toString))
                    .as("no page without an alert")
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void everyPageOfAnAlertAnswersTheSameQuestionsInTheSameOrder() throws IOException {
        for (JsonNode alert : alerts()) {
            Path page = Path.of(alert.path("annotations").path("runbook").asText());
            assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith("## ")))
                    .as(page.toString())
                    .containsExactly(
                            "## Was er bedeutet",
                            "## Was die Leute merken",
                            "## Wo Sie nachsehen",
                            "## Was zu tun ist",
                            "## Wann es vorbei ist");
        }
    }

    @Test
    void theDashboardAsksForFiguresThatExistInRowsThatAnOperatorLooksFor() throws IOException {
        JsonNode dashboard =
                new JsonMapper().readTree(FOLDER.resolve("dashboard.json").toFile());

        assertThat(dashboard.path("panels").findParents("type").stream()
                        .filter(panel -> panel.path("type").asText().equals("row"))
                        .map(row -> row.path("title").asText()))
                .containsExactly("Menschen", "Aufgaben", "Jobs", "Mail", "Datenbank", "JVM");
        assertThat(dashboard.findValuesAsText("expr"))
                .hasSizeGreaterThan(15)
                .allSatisfy(expression ->
                        assertThat(unknown(expression)).as(expression).isEmpty());
        assertThat(dashboard.findValuesAsText("description")).allMatch(text -> !text.isBlank());
    }

    private static List<JsonNode> alerts() throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve("alerts.yaml").toFile()).findParents("alert");
    }

    private List<String> unknown(String expression) {
        Set<String> known = SERIES.matcher(collected)
                .results()
                .map(series -> series.group(1))
                .collect(Collectors.toSet());
        return NAME.matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(name -> !known.contains(name))
                .toList();
    }

    private Set<String> families() {
        return TYPE.matcher(collected).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private double value(String series) {
        return collected
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length())))
                .collect(Collectors.collectingAndThen(Collectors.toList(), values -> values.get(0)));
    }
}
