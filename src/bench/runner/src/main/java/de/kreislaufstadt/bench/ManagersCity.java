package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An installation with so many measures of one municipality, six open tasks each and two hundred ended ones. Engine and record
 * are filled here; the product itself makes its projections of them at its start, counts the durations and writes down the weeks.
 */
final class ManagersCity {

    static final String CITY = "city";
    static final String ARCHIVE = "archive";
    static final int DEPARTMENTS = 25;

    private static final String TEMPLATE = "/managers-city.yaml";
    private static final int TASKS_PER_MEASURE = 6;
    private static final int ENDED_PER_MEASURE = 200;
    private static final Duration LONGEST_COUNTING = Duration.ofMinutes(5);
    private static final Pattern PUT_RIGHT = Pattern.compile("Übersichten in (\\S+) angeglichen: (\\d+)");

    /** Of a hundred measures, how many are of each kind: then there are six hundred open tasks. */
    private static final Map<String, Integer> SHARES =
            Map.of("asking", 56, "proposed", 20, "deciding", 16, "resting", 4, "cancelled", 4);

    private final Servers servers;
    private final Database database;
    private final List<Path> files;
    private final int measures;
    private long missing;

    private ManagersCity(Servers servers, Database database, List<Path> files, int measures) {
        this.servers = servers;
        this.database = database;
        this.files = files;
        this.measures = measures;
    }

    /** @return one installation for each size, alike but for that; none of them runs yet */
    static List<ManagersCity> of(Servers servers, int few, int many) throws IOException, InterruptedException {
        List<Path> files = List.of(
                Servers.municipality(TEMPLATE, CITY, "Stadt der Führungskräfte", 1, DEPARTMENTS),
                Servers.municipality(TEMPLATE, ARCHIVE, "Stadt der Listen", 2, DEPARTMENTS));
        Database large = servers.newDatabase("managers_" + many, "camunda");
        ManagersCity city = new ManagersCity(servers, large, files, many);
        Map<String, String> numbers;
        try (Server application = city.start(Servers.USUAL_HEAP)) {
            Client admin = new Client(application.port()).as("admin", servers.secret());
            Stream.of("clerk", "second", "third", "fourth", "head").forEach(who -> {
                City.join(
                        admin,
                        CITY + "-" + who,
                        Servers.groups(CITY, DEPARTMENTS).subList(1, DEPARTMENTS));
            });
            Prototypes prototypes = new Prototypes(large, application, CITY, servers.secret());
            numbers = Map.of(
                    "asking", prototypes.asking(),
                    "proposed", prototypes.proposed(),
                    "deciding", prototypes.aboutToBeDecided(),
                    "resting", prototypes.resting(),
                    "cancelled", prototypes.cancelled());
            new Prototypes(large, application, ARCHIVE, servers.secret()).cancelled();
        }
        ManagersCity small = new ManagersCity(servers, servers.copyOf(large, "managers_" + few), files, few);
        small.fill(numbers);
        city.fill(numbers);
        return List.of(small, city);
    }

    private void fill(Map<String, String> numbers) {
        missing = measures + tasks() - known();
        Filling filling = Filling.begin(
                servers.superuser(),
                database,
                Stream.concat(MeasureCopies.tables().stream(), EndedTasks.TABLES.stream())
                        .distinct()
                        .toList());
        List<Runnable> copies = new ArrayList<>();
        int from = 1;
        for (var share : new TreeMap<>(SHARES).entrySet()) {
            int first = from;
            int count = share.getValue() * measures / 100 - 1;
            copies.add(() ->
                    new MeasureCopies(database, CITY, departments()).add(numbers.get(share.getKey()), first, count));
            from += count;
        }
        Filling.together(copies.stream());
        getStuck(measures / 500);
        // Weeks of a city in which there was nothing yet.
        database.sql().update("delete from workload_week");
        EndedTasks ended = new EndedTasks(database, CITY, DEPARTMENTS);
        ended.add(measures * ENDED_PER_MEASURE);
        filling.end(ended::count);
        CityInbox.same(
                "measures",
                (long) measures,
                database.count("select count(*) from measure where municipality_id = ?", CITY));
        CityInbox.same(
                "open tasks",
                (long) measures * TASKS_PER_MEASURE,
                database.count("select count(*) from act_ru_task where tenant_id_ = ?", CITY));
    }

    /** @return rows of the projections for what runs */
    private long known() {
        return database.count(
                        "select count(*) from monitored_task where municipality_id = ? and ended_at is null", CITY)
                + database.count("select count(*) from monitored_measure where municipality_id = ?", CITY);
    }

    /** Something has failed for good in some of those that wait for an answer. */
    private void getStuck(int count) {
        database.sql()
                .update(
                        "insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, incident_msg_, execution_id_,"
                                + " activity_id_, proc_inst_id_, proc_def_id_, tenant_id_)"
                                + " select 'stuck ' || id_, 1, localtimestamp, 'failedJob', 'Der Mailserver antwortet nicht.', id_,"
                                + " act_id_, id_, proc_def_id_, tenant_id_ from act_ru_execution"
                                + " where parent_id_ is null and business_key_ like 'BE-%' and suspension_state_ = 1"
                                + " and tenant_id_ = ? order by id_ limit ?",
                        CITY, count);
    }

    static List<String> departments() {
        return Servers.groups(CITY, DEPARTMENTS).stream()
                .map(group -> group.substring(CITY.length() + 1))
                .toList();
    }

    Server start(String... java) throws IOException, InterruptedException {
        Map<String, String> environment = servers.environment(database, files);
        environment.put("KREISLAUFSTADT_MONITORING_COUNTING", "*/5 * * * * *");
        environment.put("KREISLAUFSTADT_MONITORING_WEEKS", "*/5 * * * * *");
        List<String> command = Stream.concat(Stream.of(java), Stream.of("-jar", Servers.jar("product.jar")))
                .toList();
        return servers.product(database.name(), command, environment);
    }

    /**
     * Starts the product on what was filled and waits until it has made its own of it: it puts right exactly what it does not know
     * yet, a row for each open task and each measure that is a copy, and nothing after that.
     */
    Server startAndSettle() throws IOException, InterruptedException {
        Server application = start(Servers.USUAL_HEAP);
        CityInbox.same("rows put right", missing, putRight(application, CITY));
        // Weeks that were written down while the comparison was still at work; they are written again.
        database.sql().update("delete from workload_week");
        Machine.await(
                "counted durations",
                LONGEST_COUNTING,
                () -> database.count("select count(*) from monitored_task where ended_at is not null and not counted")
                                == 0
                        && database.count("select count(*) from measure_state_change where not counted") == 0
                        && database.count(
                                        "select count(distinct week) from workload_week where municipality_id = ?",
                                        CITY)
                                == 12);
        database.settle();
        return application;
    }

    /** Somebody works on a copy, and the engine and the product go on with it as with any other measure. */
    void goesOn(Server application) {
        String copy = database.sql()
                .queryForObject(
                        "select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                + " join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ = t.tenant_id_ || '-d01'"
                                + " where t.tenant_id_ = ? and t.task_def_key_ = 'review-proposal' and t.suspension_state_ = 1"
                                + " and e.business_key_ like 'BE-%' order by 1 limit 1",
                        String.class, CITY);
        new Prototypes(database, application, CITY, servers.secret()).sentBack(copy);
    }

    /** @return rows of the projections that differed from the engine and the record when the application started */
    static long putRight(Server application, String municipality) throws IOException {
        return application.log().stream()
                .map(PUT_RIGHT::matcher)
                .filter(Matcher::find)
                .filter(line -> line.group(1).equals(municipality))
                .mapToLong(line -> Long.parseLong(line.group(2)))
                .sum();
    }

    /** @return rows that the product put right when it first saw what was filled */
    long putRight() {
        return missing;
    }

    Database database() {
        return database;
    }

    int measures() {
        return measures;
    }

    int tasks() {
        return measures * TASKS_PER_MEASURE;
    }

    Client manager(Server application, String municipality) {
        return new Client(application.port()).inTasklist(municipality + "-manager", servers.secret());
    }
}
