package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A municipality with so many measures that have a public page. People publish two of them; the others are copies of the first, and one
 * of them is compared with the second, column by column: they may differ in ids, numbers, titles and moments only.
 */
final class PublishedCity {

    static final String CITY = "city";
    static final String TAKING_PART = "Wer Bauteile abgeben will, meldet sich. Runde ";

    private static final int DEPARTMENTS = 12;

    /** The title of a copy ends with its number, so does that of the measure it is compared with. */
    private static final int OTHER = 1;

    private static final List<String> TABLES =
            List.of("released_measure", "released_version", "released_slug", "released_live", "publication");

    private final Servers servers;
    private final List<Path> files;
    private final Database database;
    private final int measures;
    private final String first;
    private final String second;

    private PublishedCity(
            Servers servers, List<Path> files, Database database, int measures, String first, String second) {
        this.servers = servers;
        this.files = files;
        this.database = database;
        this.measures = measures;
        this.first = first;
        this.second = second;
    }

    /** @return one installation for each size, alike but for that; none of them runs yet */
    static List<PublishedCity> of(Servers servers, int few, int many) throws IOException, InterruptedException {
        List<Path> files =
                List.of(Servers.municipality("/managers-city.yaml", CITY, "Stadt der Seiten", 3, DEPARTMENTS));
        Database database = servers.newDatabase("published_" + many, "camunda");
        String first;
        String second;
        try (Server node = servers.product(database, files)) {
            Client admin = new Client(node.port()).as("admin", servers.secret());
            City.join(admin, CITY + "-head", Servers.groups(CITY, DEPARTMENTS).subList(1, DEPARTMENTS));
            Prototypes prototypes = new Prototypes(database, node, CITY, servers.secret());
            first = prototypes.published(Prototypes.TITLE, TAKING_PART + 0);
            second = prototypes.published(Prototypes.TITLE + " " + OTHER, TAKING_PART + 0);
        }
        PublishedCity small =
                new PublishedCity(servers, files, servers.copyOf(database, "published_" + few), few, first, second);
        PublishedCity large = new PublishedCity(servers, files, database, many, first, second);
        small.fill();
        large.fill();
        return List.of(small, large);
    }

    private void fill() {
        int from = OTHER + 1;
        int count = measures - 2;
        new MeasureCopies(database, CITY, List.of("d01")).addWithoutProcesses(first, from, count);
        Map<String, String> copied = new TreeMap<>();
        copied.put("measure_id", "cast(md5(o.measure_id || ' ' || n) as uuid)");
        copied.put("number", MeasureCopies.NUMBER);
        copied.put("slug", "o.slug || '-' || n");
        copied.put(
                "searched",
                "replace(replace(o.searched, lower(o.number), lower(" + MeasureCopies.NUMBER + ")), '"
                        + Prototypes.TITLE.toLowerCase(Locale.ROOT) + "', '" + Prototypes.TITLE.toLowerCase(Locale.ROOT)
                        + " ' || n)");
        copied.put("content", content("o.content"));
        copied.put("candidate", content("o.candidate"));
        String measure = "measure_id = (select measure_id from released_measure where municipality_id = '" + CITY
                + "' and number = '" + first + "')";
        TABLES.forEach(table -> database.copy(table, measure, from, count, copied));
        TABLES.forEach(table -> compare(table, from));
        database.settle();
        CityInbox.same(
                "published measures",
                (long) measures,
                database.count("select count(*) from released_measure where withdrawn_at is null"));
    }

    private String content(String column) {
        return "cast(replace(replace(" + column + "::text, '\"" + first + "\"', '\"' || " + MeasureCopies.NUMBER
                + " || '\"'), '\"" + Prototypes.TITLE + "\"', '\"" + Prototypes.TITLE + " ' || n || '\"') as jsonb)";
    }

    private void compare(String table, int copy) {
        JdbcTemplate sql = database.sql();
        String one = "select t.* from " + table + " t join released_measure m using (municipality_id, measure_id)"
                + " where m.number = ?";
        String number = sql.queryForObject(
                "select number from released_measure where slug like '%-" + copy + "'", String.class);
        CityInbox.same(
                "rows of " + table,
                withoutNames(sql.queryForMap(one, second), second, OTHER),
                withoutNames(sql.queryForMap(one, number), number, copy));
    }

    private static Map<String, String> withoutNames(Map<String, Object> row, String number, int title) {
        Map<String, String> bare = new LinkedHashMap<>();
        row.forEach((column, value) -> bare.put(
                column,
                value == null
                        ? "none"
                        : value instanceof Date || value instanceof UUID
                                ? value.getClass().getSimpleName()
                                : String.valueOf(value)
                                        .replaceAll("(?i)" + number, "NUMBER")
                                        .replaceAll("(?i)(wiederverwenden[ -])" + title + "\\b", "$1TITLE")
                                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT")));
        row.keySet().stream()
                .filter(column -> List.of("instance_id", "live_mark").contains(column))
                .forEach(column -> bare.put(column, row.get(column) == null ? "none" : "id"));
        return bare;
    }

    /**
     * Starts a node. How often one network may ask within a minute is not what is measured here, so nothing is counted.
     *
     * @param more settings of this node
     */
    Server start(String name, List<String> java, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = servers.environment(database, files);
        environment.put("KREISLAUFSTADT_PUBLIC_PAGES_PER_MINUTE", "0");
        environment.put("KREISLAUFSTADT_PUBLIC_API_PER_MINUTE", "0");
        environment.put("KREISLAUFSTADT_PUBLIC_DOWNLOADS_PER_MINUTE", "0");
        environment.putAll(more);
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", Servers.jar("product.jar")));
        return servers.product(name, command, environment);
    }

    Prototypes people(Server node) throws IOException {
        return new Prototypes(database, node, CITY, servers.secret());
    }

    /** @return number of a measure that people have published, and that they can change */
    String number() {
        return first;
    }

    /** @return path of its page */
    String page() {
        return "/" + CITY + "/massnahmen/"
                + database.sql()
                        .queryForObject("select slug from released_measure where number = ?", String.class, first);
    }

    int measures() {
        return measures;
    }
}
