package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Two hundred members of an association that have all released how far they are with its six components: the matrix as the view Verbund
 * opens it, sorted and narrowed down.
 */
final class ComparedCities {

    private static final int MEMBERS = 200;
    private static final int COMPONENTS = 6;
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 20;
    private static final double P95 = 0.95;
    private static final double LONGEST_MILLIS = 200;
    private static final String MATRIX = "/camunda/api/kreislaufstadt/exchange/matrix";

    private static final Map<String, String> ASKED = Map.of(
            name("as it opens"), MATRIX,
            name("sorted by a component"), MATRIX + "?sort=STRATEGY&order=desc",
            name("large cities"), MATRIX + "?size=LARGE");

    private final Database database;
    private final Figures figures;

    ComparedCities(Database database, Figures figures) {
        this.database = database;
        this.figures = figures;
    }

    private static String name(String how) {
        return "comparison matrix of " + MEMBERS + " municipalities, " + how;
    }

    /** @param office tenant of the association, which is there; its members come with this, each with two rows per component */
    void fill(String office) {
        String cities = "generate_series(1, " + MEMBERS + ") n";
        String city = "'verglichen' || n";
        run("insert into municipality (id, name, official_key, federal_state) select " + city
                + ", 'Kommune ' || n, lpad(n::text, 8, '0'), 'NW' from " + cities);
        run("insert into department (municipality_id, key, name) select " + city + ", 'klima', 'Klima' from " + cities);
        run("insert into department_role (municipality_id, department, role) select " + city
                + ", 'klima', 'ASSOCIATION_COORDINATION' from " + cities);
        database.sql()
                .update(
                        "insert into kreislaufstadt.association_member (id, municipality_id, member_key, name, size_class, case_city, joined)"
                                + " select gen_random_uuid(), ?, " + city
                                + ", 'Kommune ' || n, case n % 3 when 0 then 'LARGE' else 'MEDIUM' end, n <= 4, date '2024-01-01' from "
                                + cities,
                        office);
        run(
                "insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content, as_of, source,"
                        + " entered_by) select gen_random_uuid(), " + city
                        + ", c, r, (n + r) % 5, repeat('Beleg ', 60), 'IN_WORK', repeat('Inhalt ', 300), date '2026-01-01', 'Bericht', 'x' from "
                        + cities
                        + ", generate_series(1, 2) r, unnest(array['VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES',"
                        + " 'INSTRUMENTS', 'PRODUCTS']) c");
        run("insert into component_release (id, municipality_id, standing_id, released_by)"
                + " select gen_random_uuid(), municipality_id, id, 'y' from kreislaufstadt.component_standing"
                + " where municipality_id like 'verglichen%'");
        database.settle();
    }

    private void run(String insert) {
        database.sql().update(insert.replaceFirst("insert into ", "insert into kreislaufstadt."));
    }

    /** @param reader somebody of the association's office, or of a member, signed in */
    void measure(Client reader, Machine machine) {
        JsonNode page = reader.get(MATRIX);
        int released = 0;
        for (JsonNode row : page.path("rows")) {
            released += row.path("released").asBoolean() ? 1 : 0;
        }
        CityInbox.same("members that have released something", MEMBERS, released);
        CityInbox.same("cells of a member", COMPONENTS, page.at("/rows/0/cells").size());
        rounds(reader, WARM_UP, new Figures());
        machine.inQuiet(name("all ways"), figures, own -> rounds(reader, ROUNDS, own));
    }

    private static void rounds(Client reader, int rounds, Figures own) {
        for (int round = 0; round < rounds; round++) {
            ASKED.forEach((name, path) -> own.time(name, () -> reader.get(path)));
        }
    }

    void judge(Bars bars) {
        ASKED.keySet().forEach(name -> bars.atMost(name + ", p95", figures.quantile(name, P95), LONGEST_MILLIS, "ms"));
    }
}
