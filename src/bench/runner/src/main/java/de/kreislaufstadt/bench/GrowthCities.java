package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An association of municipalities with so many measures together. People bring one measure of each kind in every municipality; copies of
 * them, equal but for ids, numbers and days, make the rest; the product makes its projections of them itself.
 */
final class GrowthCities {

    static final int MUNICIPALITIES = Integer.getInteger("bench.municipalities", 22);
    static final int DEPARTMENTS = 12;

    private static final String TEMPLATE = "/managers-city.yaml";
    private static final int ENDED_PER_MEASURE = 20;

    /** Of a hundred measures, how many are of each kind. */
    private static final Map<String, Integer> SHARES =
            new TreeMap<>(Map.of("asking", 20, "proposed", 40, "deciding", 32, "resting", 4, "cancelled", 4));

    private final Servers servers;
    private final Database database;
    private final List<Path> files;
    private final Map<String, Map<String, String>> numbers;

    private GrowthCities(
            Servers servers, Database database, List<Path> files, Map<String, Map<String, String>> numbers) {
        this.servers = servers;
        this.database = database;
        this.files = files;
        this.numbers = numbers;
    }

    static String id(int number) {
        return String.format("city%02d", number);
    }

    /** @return the association as people have begun it, stopped */
    static GrowthCities begun(Servers servers) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= MUNICIPALITIES; number++) {
            files.add(Servers.municipality(TEMPLATE, id(number), "Kommune " + number, 100 + number, DEPARTMENTS));
        }
        Database database = servers.newDatabase("growth", "camunda");
        Map<String, Map<String, String>> numbers = new LinkedHashMap<>();
        GrowthCities cities = new GrowthCities(servers, database, files, numbers);
        try (Server application = cities.start()) {
            Client admin = new Client(application.port()).as("admin", servers.secret());
            for (int number = 1; number <= MUNICIPALITIES; number++) {
                String city = id(number);
                Stream.of("clerk", "head")
                        .forEach(who -> City.join(
                                admin,
                                city + "-" + who,
                                Servers.groups(city, DEPARTMENTS).subList(1, DEPARTMENTS)));
                Prototypes people = new Prototypes(database, application, city, servers.secret());
                Map<String, String> own = new TreeMap<>();
                own.put("asking", people.asking());
                own.put("proposed", people.proposed());
                own.put("deciding", people.aboutToBeDecided());
                own.put("resting", people.resting());
                own.put("cancelled", people.cancelled());
                numbers.put(city, own);
            }
        }
        return cities;
    }

    /** @return a copy of it that has been filled up to so many measures of all municipalities together */
    GrowthCities grownTo(int measures) {
        GrowthCities grown = new GrowthCities(servers, servers.copyOf(database, "growth_" + measures), files, numbers);
        grown.fill(Math.max(SHARES.size(), measures / MUNICIPALITIES));
        return grown;
    }

    private void fill(int each) {
        Filling filling = Filling.begin(
                servers.superuser(),
                database,
                Stream.concat(MeasureCopies.tables().stream(), EndedTasks.TABLES.stream())
                        .distinct()
                        .toList());
        Filling.together(numbers.keySet().stream().map(city -> (Runnable) () -> fill(city, each)));
        int ended = 0;
        for (String city : numbers.keySet()) {
            new EndedTasks(database, city, DEPARTMENTS).add(ended, each * ENDED_PER_MEASURE);
            ended += each * ENDED_PER_MEASURE;
        }
        filling.end(() -> numbers.keySet().forEach(city -> new EndedTasks(database, city, DEPARTMENTS).count()));
        CityInbox.same(
                "measures",
                (long) each * MUNICIPALITIES,
                database.count("select count(*) from measure where municipality_id like 'city%'"));
    }

    private void fill(String city, int each) {
        List<String> departments = Servers.groups(city, DEPARTMENTS).stream()
                .map(group -> group.substring(city.length() + 1))
                .toList();
        int from = 1;
        int left = each - SHARES.size();
        for (var share : SHARES.entrySet()) {
            boolean last = share.getKey().equals("resting");
            int count = last ? 0 : share.getValue() * (each - SHARES.size()) / 100;
            left -= count;
            new MeasureCopies(database, city, departments).add(numbers.get(city).get(share.getKey()), from, count);
            from += count;
        }
        new MeasureCopies(database, city, departments).add(numbers.get(city).get("resting"), from, left);
    }

    Server start() throws IOException, InterruptedException {
        return servers.product(
                database.name(),
                List.of(Servers.USUAL_HEAP, "-jar", Servers.jar("product.jar")),
                servers.environment(database, files));
    }

    Database database() {
        return database;
    }

    /** @return a measure of the first municipality that waits for its decision */
    String measure() {
        return numbers.get(id(1)).get("deciding");
    }

    String secret() {
        return servers.secret();
    }
}
