package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Twenty-two municipalities on one installation, a thousand open tasks each; a clerk of each, in three of twelve departments,
 * looks into the inbox in turns.
 */
final class Association {

    static final String FIRST = "city01";

    private static final int MUNICIPALITIES = 22;
    private static final int TASKS = 1_000;
    private static final int DEPARTMENTS = 12;
    private static final int OWN_DEPARTMENTS = 3;
    private static final int ROUNDS = 12;
    private static final int WARM_UP = 4;
    private static final double LONGEST_MILLIS = 50;
    private static final double P95 = 0.95;
    private static final String NAME = "inbox, 22 municipalities of 1000 tasks: page and count";

    private final Database database;
    private final Figures figures;
    private final List<Path> files = new ArrayList<>();
    private double processorMillis;

    Association(Servers servers, Figures figures) throws IOException {
        this.database = servers.newDatabase("association", "camunda");
        this.figures = figures;
        for (int number = 1; number <= MUNICIPALITIES; number++) {
            files.add(Servers.municipality(id(number), "Kommune " + number, 100 + number, DEPARTMENTS));
        }
    }

    Database database() {
        return database;
    }

    List<Path> files() {
        return files;
    }

    private static String id(int number) {
        return String.format("city%02d", number);
    }

    static List<String> groups(String municipality) {
        return Servers.groups(municipality, DEPARTMENTS);
    }

    /** A task of each municipality that the engine has made, and nine hundred and ninety-nine like it. */
    void fill(Server application, String secret) throws IOException {
        Client admin = new Client(application.port()).as("admin", secret);
        for (int number = 1; number <= MUNICIPALITIES; number++) {
            String city = id(number);
            City.join(admin, city + "-clerk", groups(city).subList(1, OWN_DEPARTMENTS));
            Servers.propose(new Client(application.port()).as(city + "-clerk", secret));
            new TaskCopies(database, taskOf(city))
                    .add(
                            groups(city),
                            1,
                            TASKS - 1,
                            "timestamp '2026-11-01 08:00' + n * interval '1 second'",
                            "timestamp '2027-01-01' + (n * 7919 % 40000) * interval '1 minute'");
        }
        database.settle();
    }

    /** The one that is not a copy; copies are called by their number. */
    String taskOf(String municipality) {
        return database.sql()
                .queryForObject(
                        "select id_ from act_ru_task where tenant_id_ = ? and name_ not like 'Aufgabe %'",
                        String.class, municipality);
    }

    void measure(Server application, String secret, Machine machine) {
        List<Candidate> clerks = clerks(application, secret);
        clerks.forEach(clerk -> compare(clerk, groups(clerk.name()).subList(0, OWN_DEPARTMENTS)));
        for (int round = 0; round < WARM_UP; round++) {
            clerks.forEach(Association::look);
        }
        double before = database.processorMillis(application);
        machine.inQuiet(NAME, figures, own -> rounds(clerks, own));
        int asked = ROUNDS * MUNICIPALITIES * machine.attempts().size();
        processorMillis = (database.processorMillis(application) - before) / asked;
    }

    /** @return one clerk of each municipality, in front of Tasklist on this node */
    List<Candidate> clerks(Server application, String secret) {
        String list = City.listOf(new Client(application.port()).as(id(1) + "-clerk", secret));
        List<Candidate> clerks = new ArrayList<>();
        for (int number = 1; number <= MUNICIPALITIES; number++) {
            String city = id(number);
            String user = city + "-clerk";
            Client tasklist = new Client(application.port()).inTasklist(user, secret);
            clerks.add(new Candidate(city, user, tasklist, list));
        }
        return clerks;
    }

    private static void rounds(List<Candidate> clerks, Figures own) {
        for (int round = 0; round < ROUNDS; round++) {
            Collections.rotate(clerks, 1);
            clerks.forEach(clerk -> own.time(NAME, () -> look(clerk)));
        }
    }

    static void look(Candidate clerk) {
        clerk.firstPage();
        clerk.count();
    }

    /** What the clerk sees is what is in the tables. */
    private void compare(Candidate clerk, List<String> groups) {
        String mine = " from act_ru_task t where tenant_id_ = ? and exists (select from act_ru_identitylink l"
                + " where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any (?))";
        String[] names = groups.toArray(String[]::new);
        List<String> page = database.sql()
                .queryForList(
                        "select name_" + mine + " order by due_date_ limit " + Candidate.PAGE,
                        String.class,
                        clerk.name(),
                        names);
        CityInbox.same("first page of " + clerk.name(), page, clerk.firstPage());
        CityInbox.same(
                "count of " + clerk.name(),
                (int) database.count("select count(*)" + mine, clerk.name(), names),
                clerk.count());
    }

    void judge(Bars bars) {
        bars.atMost(NAME + ", p95", figures.quantile(NAME, P95), LONGEST_MILLIS, "ms");
    }

    Map<String, Object> describe() {
        return Map.of(
                "municipalities", MUNICIPALITIES,
                "open tasks each", TASKS,
                "departments each", DEPARTMENTS,
                "processor time of a page and its count, application and PostgreSQL, ms", Math.round(processorMillis));
    }
}
