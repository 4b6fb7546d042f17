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

    /** Every member has two rows for each component, both released: the newer one is shown. */
    void fill() {
        database.sql().update("""
                        insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content, as_of,
                                                        source, entered_by)
                        select gen_random_uuid(), m.member_key, c, n, (n + length(m.name) + row_number() over ()) % 5, repeat('Beleg ', 60),
                               'IN_WORK', repeat('Inhalt ', 300), date '2026-01-01', 'Bericht', 'x'
                        from association_member m, generate_series(1, 2) n, unnest(array['VISION_GOALS', 'STRATEGY', 'PROCESSES',
                                                                                         'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS']) c
                        """);
        database.sql().update("""
                        insert into component_release (id, municipality_id, standing_id, released_by)
                        select gen_random_uuid(), municipality_id, id, 'y' from component_standing
                        """);
        database.settle();
    }

    /** @param reader somebody of the association's office, signed in */
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
