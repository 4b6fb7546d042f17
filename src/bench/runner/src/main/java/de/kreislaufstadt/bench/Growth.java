package de.kreislaufstadt.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every page, question and job of the product while the measures of twenty-two municipalities become more: how long it takes, how many
 * blocks PostgreSQL touches for it, which is free of noise, and the exponent with which both grow.
 */
final class Growth {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "100,1000,10000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5) * 3;
    private static final int COUNTED = 3;
    private static final String OURS = "/camunda/api/kreislaufstadt/";
    private static final Duration LONGEST_MORNING = Duration.ofMinutes(5);

    private static final String EXPORT = "portfolio as CSV";

    /**
     * The logarithm itself grows from a hundred to ten thousand as the power 0.15 does, and less from there on; a time that is taken for a
     * third longer than it is adds 0.12 where sizes differ by ten. What grows with the size has 1.
     */
    private static final double LOGARITHMIC = 0.3;

    private final Servers servers;
    private final Figures figures;
    private final Machine machine;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();
    private final Map<String, List<Double>> blocks = new LinkedHashMap<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** @param who has a session of theirs */
    private record Page(String who, String name, String path) {}

    Growth(Servers servers, Figures figures, Machine machine) {
        this.servers = servers;
        this.figures = figures;
        this.machine = machine;
    }

    void measure() throws IOException, InterruptedException {
        servers.superuser().execute("create extension pg_stat_statements");
        GrowthCities begun = GrowthCities.begun(servers);
        Progress.tell("people have brought one measure of each kind in every municipality");
        for (int size : SIZES) {
            long begin = System.nanoTime();
            GrowthCities cities = begun.grownTo(size);
            facts.put("seconds to fill " + size, (System.nanoTime() - begin) / 1_000_000_000);
            Progress.tell(size + " measures are there");
            // What was filled has no projections yet; the second start only compares them.
            cities.start().close();
            cities.database().settle();
            begin = System.nanoTime();
            try (Server application = cities.start()) {
                keep("job: start, with the comparison of all projections", (System.nanoTime() - begin) / 1e6);
                machine.look();
                pages(cities, application, size);
                morning(cities);
            }
            Progress.tell(size + " measures have been looked at");
        }
        exponents();
    }

    private void pages(GrowthCities cities, Server application, int size) throws IOException {
        String city = GrowthCities.id(1);
        Map<String, Client> people = new LinkedHashMap<>();
        for (String who : List.of("manager", "clerk", "head")) {
            people.put(who, new Client(application.port()).inTasklist(city + "-" + who, cities.secret()));
        }
        Candidate clerk = new Candidate(
                city,
                city + "-clerk",
                people.get("clerk"),
                City.listOf(new Client(application.port()).as(city + "-clerk", cities.secret())));
        Map<String, Runnable> operations = new LinkedHashMap<>();
        operations.put("list of tasks, first page", clerk::firstPage);
        operations.put("list of tasks, count", clerk::count);
        String task = cities.database()
                .sql()
                .queryForObject(
                        "select min(t.id_) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                + " where e.business_key_ = ? and t.tenant_id_ = ?",
                        String.class,
                        cities.measure(),
                        city);
        for (Page page : pages()) {
            String path =
                    OURS + page.path().replace("{number}", cities.measure()).replace("{task}", task);
            operations.put(page.name(), () -> people.get(page.who()).get(path));
        }
        operations.put(
                EXPORT,
                () -> people.get("manager")
                        .download(
                                OURS + "portfolio/export.csv?sort=DUE&order=asc",
                                body -> body.transferTo(OutputStream.nullOutputStream())));
        List<String> refused = new ArrayList<>();
        operations.forEach((name, operation) -> {
            try {
                one(cities.database(), name, operation, size);
            } catch (IllegalStateException e) {
                refused.add(name + ": "
                        + e.getMessage()
                                .substring(0, Math.min(160, e.getMessage().length())));
            }
        });
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Pages that do not open: " + refused);
        }
    }

    private static List<Page> pages() throws IOException {
        return Servers.resource("/growth-pages.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";"))
                .map(cells -> new Page(cells[0], cells[1], cells[2]))
                .toList();
    }

    private void one(Database database, String name, Runnable operation, int size) {
        operation.run();
        String timed = name + ", " + size + " measures";
        for (int round = 0; round < ROUNDS; round++) {
            figures.time(timed, operation);
        }
        keep(name, figures.median(timed));
        double least = Double.MAX_VALUE;
        JdbcTemplate superuser = servers.superuser();
        for (int time = 0; time < COUNTED; time++) {
            superuser.queryForList("select pg_stat_statements_reset()");
            operation.run();
            least = Math.min(
                    least,
                    superuser.queryForObject(
                            "select coalesce(sum(shared_blks_hit + shared_blks_read), 0) from pg_stat_statements s"
                                    + " join pg_database d on d.oid = s.dbid where d.datname = ?",
                            Double.class,
                            database.name()));
        }
        blocks.computeIfAbsent(name, none -> new ArrayList<>()).add(Math.max(least, 1));
    }

    private void keep(String name, double value) {
        millis.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    /** The look at all deadlines of all municipalities: it has to look at everything, so it grows with it. */
    private void morning(GrowthCities cities) throws InterruptedException {
        Database database = cities.database();
        long begin = System.nanoTime();
        String waiting = "act_ru_job where handler_cfg_ like 'deadline-morning%' and duedate_ > localtimestamp";
        int looks = database.sql()
                .update(
                        "update act_ru_job set duedate_ = localtimestamp - interval '1 minute' where id_ in (select id_ from "
                                + waiting + ")");
        Machine.await(
                "the morning's look",
                LONGEST_MORNING,
                () -> database.count("select count(*) from " + waiting) >= looks);
        keep("job: the morning's look at the deadlines", (System.nanoTime() - begin) / 1e6);
    }

    /** Slope of a line through logarithms of size and value, by least squares. */
    static double exponent(List<Integer> sizes, List<Double> values) {
        double meanX = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = values.stream().mapToDouble(Math::log).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            double x = Math.log(sizes.get(i)) - meanX;
            above += x * (Math.log(values.get(i)) - meanY);
            below += x * x;
        }
        return below == 0 ? 0 : above / below;
    }

    /** The same between the two largest sizes only, where what does not grow hides least of what does. */
    private static double lastExponent(List<Double> values) {
        int from = Math.max(0, SIZES.size() - 2);
        return exponent(SIZES.subList(from, SIZES.size()), values.subList(from, values.size()));
    }

    private void exponents() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-52s %9s %9s %9s %9s   %s%n",
                "grows with the power, over all / of the last step",
                "time",
                "last",
                "blocks",
                "last",
                "milliseconds, blocks at " + SIZES));
        Map<String, Object> exponents = new LinkedHashMap<>();
        millis.forEach((name, values) -> {
            List<Double> touched = blocks.get(name);
            text.append(String.format(
                    Locale.ROOT,
                    "%-52s %9.2f %9.2f %9s %9s   %s %s%n",
                    name,
                    exponent(SIZES, values),
                    lastExponent(values),
                    touched == null ? "" : String.format(Locale.ROOT, "%.2f", exponent(SIZES, touched)),
                    touched == null ? "" : String.format(Locale.ROOT, "%.2f", lastExponent(touched)),
                    rounded(values),
                    touched == null ? "" : rounded(touched)));
            exponents.put(name, exponent(SIZES, values));
        });
        facts.put("growth", text.toString());
        facts.put("exponents of time", exponents);
        facts.put("blocks", blocks);
    }

    private static String rounded(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value))
                .collect(Collectors.joining(" "));
    }

    /** Reads only: a job looks at everything, and a table of everything is as long as everything. */
    void judge(Bars bars) {
        blocks.forEach((name, touched) -> {
            if (!name.equals(EXPORT)) {
                bars.atMost("power of time: " + name, exponent(SIZES, millis.get(name)), LOGARITHMIC, "");
                bars.atMost("power of blocks, last step: " + name, lastExponent(touched), LOGARITHMIC, "");
            }
        });
    }

    void draw(Plots plots) throws IOException {
        plots.growth("growth.svg", "Time of every operation while measures become more", "milliseconds", SIZES, millis);
        plots.growth("growth-blocks.svg", "Blocks that PostgreSQL touches for it", "blocks", SIZES, blocks);
    }

    Map<String, Object> describe() {
        return facts;
    }
}
