package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The morning on which ten thousand tasks of one municipality are due: two nodes with little memory, the process
 * {@code deadline-watch} as it is, and a mail server that takes everything.
 */
final class MorningRun {

    private static final int DUE = 10_000;
    static final String HEAP = "-Xmx384m";
    private static final double LONGEST_MILLIS = 60_000;

    /** What may stay in use after the run that was not before: caches, not tasks. */
    private static final double GROWTH_MB = 32;

    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(10);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Holidays that can fall on a Tuesday; those that move with Easter cannot. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private final Servers servers;
    private final Association association;
    private final Figures figures;
    private final MailSink mails;
    private final LocalDate day =
            LocalDate.now(BERLIN).plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    private final List<Server> nodes = new ArrayList<>();

    private long planned;
    private double before;
    private double peak;
    private double after;
    private double perSecond;

    MorningRun(Servers servers, Association association, MailSink mails, Figures figures) {
        this.servers = servers;
        this.association = association;
        this.mails = mails;
        this.figures = figures;
    }

    /** Starts a node of the association's installation, on a working day. */
    Server startNode() throws IOException, InterruptedException {
        String name = "node-" + (nodes.size() + 1);
        Map<String, String> environment = servers.environment(association.database(), association.files());
        environment.put("SPRING_MAIL_HOST", "localhost");
        environment.put("SPRING_MAIL_PORT", String.valueOf(mails.port()));
        environment.put("KREISLAUFSTADT_MAIL_FROM", "kreislaufstadt@bench.example.org");
        environment.put("KREISLAUFSTADT_BASE_URL", "https://bench.example.org");
        environment.put("BENCH_AHEAD", ahead().toString());
        Server node = servers.product(
                name,
                List.of(
                        HEAP,
                        "-Xlog:gc:file=" + collections(name) + "::filecount=0",
                        "-Dloader.path=" + Servers.jar("weekday.jar"),
                        "-cp",
                        Servers.jar("product.jar"),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"),
                environment);
        nodes.add(node);
        return node;
    }

    private Duration ahead() {
        LocalDate workingDay = HOLIDAYS.contains(MonthDay.from(day)) ? day.plusWeeks(1) : day;
        Instant morning = workingDay.atTime(LocalTime.of(9, 0)).atZone(BERLIN).toInstant();
        return Duration.between(Instant.now(), morning).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private static Path collections(String node) {
        return GarbageLog.log(node);
    }

    void measure() throws IOException, InterruptedException {
        Database database = association.database();
        startNode();
        String city = Association.FIRST;
        LocalDate due = HOLIDAYS.contains(MonthDay.from(day)) ? day.plusWeeks(1) : day;
        new TaskCopies(database, association.taskOf(city))
                .add(
                        Association.groups(city).subList(0, 1),
                        1_000_000,
                        DUE,
                        "timestamp '" + due.minusDays(30) + " 12:00'",
                        "timestamp '" + due + " 12:00'");
        database.settle();
        Machine.await("an empty outbox", LONGEST_SENDING, this::nothingToSend);
        int mailsBefore = mails.mails();
        before = inUse();
        database.sql()
                .update(
                        "update act_ru_job set duedate_ = localtimestamp - interval '2 days' where tenant_id_ = ?"
                                + " and process_def_key_ = 'deadline-watch' and type_ = 'timer'",
                        city);
        String run = " from act_hi_actinst where tenant_id_ = '" + city
                + "' and act_id_ = 'plan-reminders' and end_time_ is not null";
        Machine.await("the morning's look", LONGEST_RUN, () -> database.count("select count(*)" + run) > 0);
        figures.add(name(), database.count("select max(duration_)" + run));
        planned = database.count("select count(*) from reminder where municipality_id = ?", city);
        Machine.await("sent mails", LONGEST_SENDING, this::nothingToSend);
        sent(mailsBefore);
        peak = collectionsOf(1).stream().mapToDouble(Double::doubleValue).max().orElse(0);
        after = inUse();
    }

    private boolean nothingToSend() {
        Database database = association.database();
        return database.count("select count(*) from notice where state = 'NEW'") == 0
                && database.count("select count(*) from mail where state in ('PENDING', 'SENDING')") == 0;
    }

    private void sent(int mailsBefore) {
        Database database = association.database();
        int arrived = mails.mails() - mailsBefore;
        if (arrived != planned) {
            throw new IllegalStateException(arrived + " mails for " + planned + " reminders");
        }
        double seconds = database.sql()
                .queryForObject(
                        "select extract(epoch from max(settled_at) - min(settled_at)) from (select settled_at from mail"
                                + " where state = 'SENT' order by settled_at desc limit ?) last",
                        Double.class,
                        arrived);
        perSecond = arrived / seconds;
    }

    /** @return megabytes in use on the fullest node after a full collection */
    private double inUse() throws IOException, InterruptedException {
        double most = 0;
        for (int node = 0; node < nodes.size(); node++) {
            nodes.get(node).collectGarbage();
            List<Double> left = collectionsOf(2, node);
            most = Math.max(most, left.get(left.size() - 1));
        }
        return most;
    }

    private List<Double> collectionsOf(int column) throws IOException {
        List<Double> all = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            all.addAll(collectionsOf(column, node));
        }
        return all;
    }

    /** @param column 1 for what was in use before each collection, 2 for after */
    private List<Double> collectionsOf(int column, int node) throws IOException {
        return GarbageLog.of(collections("node-" + (node + 1)), column);
    }

    private static String name() {
        return "morning's look at the deadlines, " + DUE + " due";
    }

    void judge(Bars bars) {
        bars.atLeast("reminders planned in one run", planned, DUE, "");
        bars.atMost(name(), figures.median(name()), LONGEST_MILLIS, "ms");
        bars.atMost("heap in use after the run more than before it", after - before, GROWTH_MB, "MB");
    }

    Map<String, Object> describe() {
        return Map.of(
                "nodes", nodes.size(),
                "heap of each", HEAP,
                "MB in use before", before,
                "MB at most", peak,
                "MB in use after", after,
                "mails per second", Math.round(perSecond));
    }
}
