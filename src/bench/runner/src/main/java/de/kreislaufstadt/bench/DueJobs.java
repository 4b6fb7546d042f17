package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The question for due jobs while 100,000 timers wait for later days. It is the candidate's own: PostgreSQL writes down
 * what its job executor asks and with which values, and the same is asked again.
 */
final class DueJobs {

    private static final int TIMERS = 100_000;
    private static final int QUESTIONS = 400;
    private static final int WARM_UP = 20;

    /** Stock is asked so much more seldom: it takes tenths of a second. */
    private static final int PER_QUESTION_TO_STOCK = 10;

    private static final double LONGEST_MILLIS = 1;
    private static final double P95 = 0.95;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Pattern EXECUTED = Pattern.compile("duration: .*? execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern ASKS_FOR_JOBS =
            Pattern.compile("(?is)\\s*select\\s+(distinct\\s+)?RES\\.ID_.*ACT_RU_JOB RES.*LIMIT.*");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final Figures figures;

    DueJobs(Figures figures) {
        this.figures = figures;
    }

    /** A question as it reached PostgreSQL, with question marks in the order of the values. */
    private record Question(String sql, List<String> values) {}

    /** @param cities the product first */
    void measure(List<City> cities, JdbcTemplate superuser, Machine machine)
            throws IOException, InterruptedException, SQLException {
        cities.forEach(city -> addTimers(city.database()));
        Map<String, Question> questions = listen(cities, superuser);
        Map<String, Connection> connections = new HashMap<>();
        try {
            for (City city : cities) {
                Database database = city.database();
                connections.put(
                        database.name(),
                        DriverManager.getConnection(
                                database.url() + "?currentSchema=" + database.schema() + "&stringtype=unspecified",
                                database.user(),
                                database.password()));
            }
            machine.inQuiet("poll for due jobs", figures, own -> ask(cities, connections, questions, own));
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    private static void ask(
            List<City> cities, Map<String, Connection> connections, Map<String, Question> questions, Figures own) {
        for (int number = 0; number < WARM_UP + QUESTIONS; number++) {
            int asked = number % PER_QUESTION_TO_STOCK == 0 ? cities.size() : 1;
            for (City city : cities.subList(0, asked)) {
                String name = city.database().name();
                Runnable question = () -> ask(connections.get(name), questions.get(name));
                if (number < WARM_UP) {
                    question.run();
                } else {
                    own.time(name(name), question);
                }
            }
        }
    }

    void judge(Bars bars) {
        bars.atMost(name("product") + ", p95", figures.quantile(name("product"), P95), LONGEST_MILLIS, "ms");
    }

    private static String name(String candidate) {
        return "poll for due jobs, 100000 later timers, " + candidate;
    }

    /** Timers like the one that the candidate has made itself, of other instances and other days. */
    private static void addTimers(Database database) {
        String timer = database.sql()
                .queryForObject(
                        "select min(id_) from act_ru_job where type_ = 'timer' and duedate_ > now()", String.class);
        Map<String, String> changed = Map.of(
                "id_", "cast(md5('timer ' || n) as uuid)::text",
                "execution_id_", "cast(md5('waiting ' || n) as uuid)::text",
                "process_instance_id_", "cast(md5('waiting ' || n) as uuid)::text",
                "root_proc_inst_id_", "cast(md5('waiting ' || n) as uuid)::text",
                "duedate_", "localtimestamp + interval '2 days' + n * interval '1 minute'");
        database.copy("act_ru_job", "id_ = '" + timer + "'", 1, TIMERS, changed);
        if (database.count("select count(*) from act_ru_job") <= TIMERS) {
            throw new IllegalStateException(database.name() + " has no timer to copy");
        }
        database.settle();
    }

    /** Has every statement written down until each candidate has asked for jobs once. */
    private static Map<String, Question> listen(List<City> cities, JdbcTemplate superuser)
            throws IOException, InterruptedException {
        superuser.execute("alter system set log_min_duration_statement = 0");
        superuser.execute("select pg_reload_conf()");
        try {
            Instant end = Instant.now().plus(LONGEST_WAIT);
            Map<String, Question> heard = heard();
            while (!cities.stream()
                    .allMatch(city -> heard.containsKey(city.database().name()))) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Not every candidate asked for due jobs, see " + Database.log());
                }
                TimeUnit.SECONDS.sleep(1);
                heard.putAll(heard());
            }
            return heard;
        } finally {
            superuser.execute("alter system reset log_min_duration_statement");
            superuser.execute("select pg_reload_conf()");
        }
    }

    private static Map<String, Question> heard() throws IOException {
        Map<String, Question> heard = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (var files = Files.list(Database.log())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    // The last line may still be being written.
                    if (line.endsWith("}")) {
                        JsonNode entry = json.readTree(line);
                        question(entry)
                                .ifPresent(question ->
                                        heard.put(entry.path("dbname").asText(), question));
                    }
                }
            }
        }
        return heard;
    }

    private static Optional<Question> question(JsonNode entry) {
        Matcher executed = EXECUTED.matcher(entry.path("message").asText());
        if (!executed.matches() || !ASKS_FOR_JOBS.matcher(executed.group(1)).matches()) {
            return Optional.empty();
        }
        Map<Integer, String> values = new HashMap<>();
        Matcher value = VALUE.matcher(entry.path("detail").asText());
        while (value.find()) {
            values.put(Integer.valueOf(value.group(1)), value.group(3));
        }
        List<String> ordered = new ArrayList<>();
        String sql = PLACE.matcher(executed.group(1)).replaceAll(place -> {
            ordered.add(values.get(Integer.valueOf(place.group(1))));
            return "?";
        });
        return Optional.of(new Question(sql, ordered));
    }

    private static void ask(Connection connection, Question question) {
        try (PreparedStatement statement = connection.prepareStatement(question.sql())) {
            for (int place = 0; place < question.values().size(); place++) {
                statement.setString(place + 1, question.values().get(place));
            }
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
