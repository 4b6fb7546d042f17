package de.kreislaufstadt.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An association with the city of the tests as a member, a published and a withdrawn version, and beside them everything that is
 * internal, marked: a draft, a comment, evidence and a maturity that is not released.
 */
public final class SharedApproach {

    /** Stands in every text that nobody outside may read. */
    public static final String INTERNAL = "Zinnober-Internum";

    public static final String OFFICE = "geschaeftsstelle";
    public static final String NAME = "Städteverbund Kreislaufwirtschaft";

    /** The city of the tests, {@link TestCity}. */
    private static final String CITY = "muenster";

    private static final LocalDate BEGIN = LocalDate.of(2024, 3, 1);

    private static final int OTHERS = 6;
    private static final String OTHER = "andere";
    private static final List<String> COMPONENTS =
            List.of("VISION_GOALS", "STRATEGY", "PROCESSES", "STRUCTURES", "INSTRUMENTS", "PRODUCTS");

    private final JdbcClient jdbc;

    public SharedApproach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Founds the association. */
    public void found() {
        jdbc.sql(
                        "insert into municipality (id, name, kind, federal_state) values (:office, :name, 'ASSOCIATION', 'BE')")
                .param("office", OFFICE)
                .param("name", NAME)
                .update();
        jdbc.sql("insert into association (municipality_id, name, moderation, adoption)"
                        + " values (:office, :name, 'Difu', 'Deutscher Städtetag')")
                .param("office", OFFICE)
                .param("name", NAME)
                .update();
        jdbc.sql("insert into association_partner (id, municipality_id, position, name, role)"
                        + " values (gen_random_uuid(), :office, 1, 'Hochschule für Stadtplanung', 'Begleitung')")
                .param("office", OFFICE)
                .update();
        joins(CITY, "Münster");
        joins("partner07", "Partnerkommune 07");
        UUID strategy = round("STRATEGY", 2, "CONSOLIDATING");
        draft(strategy);
        comment(strategy);
        version("STRATEGY", 1, "Ziele bis 2030", null);
        version("PRODUCTS", 1, "Ein Leitfaden", "Der Leitfaden ist überholt");
        standing(CITY, "STRATEGY", 1, 3, true);
        standing(CITY, "STRATEGY", 2, 1, false);
        standing(CITY, "PROCESSES", 1, 4, false);
    }

    /** Lets other cities join that work here too, and release how far they are; the last one releases nothing. */
    public List<String> others() {
        for (int i = 1; i <= OTHERS; i++) {
            jdbc.sql("insert into municipality (id, name, official_key, federal_state) values (:id, :name, :key, 'NW')")
                    .param("id", OTHER + i)
                    .param("name", "Partnerkommune 1" + i)
                    .param("key", "0000000" + i)
                    .update();
            joins(OTHER + i, "Partnerkommune 1" + i);
            for (int component = 0; component < COMPONENTS.size() && i < OTHERS; component++) {
                standing(OTHER + i, COMPONENTS.get(component), 1, (i + component) % 5, true);
            }
        }
        return IntStream.rangeClosed(1, OTHERS).mapToObj(i -> OTHER + i).toList();
    }

    /** Takes everything away again. */
    public void dissolve() {
        for (String table : List.of("component_release", "component_standing")) {
            jdbc.sql("delete from " + table + " where municipality_id = :city or municipality_id like 'andere_'")
                    .param("city", CITY)
                    .update();
        }
        for (String table : List.of("released_times", "released_stamp")) {
            jdbc.sql("delete from " + table + " where municipality_id like 'andere_'")
                    .update();
        }
        for (String table : List.of(
                "component_version",
                "component_comment",
                "component_request",
                "component_section",
                "component_round",
                "matter",
                "municipal_text",
                "association_partner",
                "association_member",
                "association",
                "released_stamp")) {
            jdbc.sql("delete from " + table + " where municipality_id = :office")
                    .param("office", OFFICE)
                    .update();
        }
        jdbc.sql("delete from municipality where id = :office or id like 'andere_'")
                .param("office", OFFICE)
                .update();
    }

    public void joins(String key, String name) {
        jdbc.sql("insert into association_member (id, municipality_id, member_key, name, size_class, case_city, joined)"
                        + " values (gen_random_uuid(), :office, :key, :name, 'LARGE', true, :joined)")
                .param("office", OFFICE)
                .param("key", key)
                .param("name", name)
                .param("joined", BEGIN)
                .update();
    }

    /** Publishes a version, and withdraws it where a reason is given. */
    public void version(String component, int version, String text, String withdrawn) {
        jdbc.sql("""
                        insert into component_version (id, municipality_id, component, version, round_id, sections, change_summary,
                            adopted_by, adopted_on, published_on, members, commented, comments, withdrawn_on, withdrawn_reason)
                        values (gen_random_uuid(), :office, :component, :version, :round,
                            jsonb_build_array(jsonb_build_object('anchor', 'kern', 'heading', 'Kern', 'text', cast(:text as text))),
                            'Neu gefasst', 'Deutscher Städtetag', '2025-06-01', '2025-06-02', 2, 2, 3,
                            cast(:day as date), :reason)
                        """)
                .param("office", OFFICE)
                .param("component", component)
                .param("version", version)
                .param("round", round(component, 10 + version, "PUBLISHED"))
                .param("text", text)
                .param("day", withdrawn == null ? null : "2025-09-01")
                .param("reason", withdrawn)
                .update();
    }

    /** The office puts a text on its pages, as its file would. */
    public void says(String kind, String text) {
        jdbc.sql("insert into municipal_text (municipality_id, kind, content) values (:office, :kind, :text)")
                .param("office", OFFICE)
                .param("kind", kind)
                .param("text", text)
                .update();
        jdbc.sql("insert into released_stamp (municipality_id, stamp, changed_at) values (:office, 1, now())")
                .param("office", OFFICE)
                .update();
    }

    /** Withdraws what the city of the tests has released. */
    public void withdrawsRelease() {
        jdbc.sql("update component_release set withdrawn_at = now(), withdrawn_by = 'x' where municipality_id = :city")
                .param("city", CITY)
                .update();
    }

    private void standing(String city, String component, int number, int maturity, boolean released) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content,
                            built_on, as_of, source, entered_by)
                        values (:id, :city, :component, :number, :maturity, :internal, 'ADOPTED', :internal, :built, '2025-11-30',
                            :source, 'x')
                        """)
                .param("id", id)
                .param("city", city)
                .param("component", component)
                .param("number", number)
                .param("maturity", maturity)
                .param("internal", INTERNAL)
                .param("built", released ? 1 : null)
                .param("source", released ? "Klimabericht 2025" : INTERNAL)
                .update();
        if (released) {
            jdbc.sql("insert into component_release (id, municipality_id, standing_id, released_by)"
                            + " values (gen_random_uuid(), :city, :id, 'x')")
                    .param("city", city)
                    .param("id", id)
                    .update();
        }
    }

    private void draft(UUID round) {
        jdbc.sql(
                        "insert into component_section (id, municipality_id, round_id, position, anchor, heading, draft, consolidated)"
                                + " values (gen_random_uuid(), :office, :round, 1, 'kern', :text, :text, :text)")
                .param("office", OFFICE)
                .param("round", round)
                .param("text", INTERNAL)
                .update();
    }

    private void comment(UUID round) {
        UUID request = UUID.randomUUID();
        jdbc.sql("""
                        insert into component_request (id, municipality_id, round_id, member_id, member_municipality, state)
                        select :id, :office, :round, m.id, :city, 'OPEN' from association_member m where m.member_key = :city
                        """)
                .param("id", request)
                .param("office", OFFICE)
                .param("round", round)
                .param("city", CITY)
                .update();
        jdbc.sql("insert into component_comment (id, municipality_id, round_id, request_id, position, kind, text)"
                        + " values (gen_random_uuid(), :office, :round, :request, 1, 'OBJECTION', :text)")
                .param("office", OFFICE)
                .param("round", round)
                .param("request", request)
                .param("text", INTERNAL)
                .update();
    }

    private UUID round(String component, int number, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into matter (municipality_id, id, kind) values (:office, :id, 'COMPONENT_ROUND')")
                .param("office", OFFICE)
                .param("id", id)
                .update();
        jdbc.sql("insert into component_round (id, municipality_id, component, number, state, begun_on, ended_on)"
                        + " values (:id, :office, :component, :number, :state, '2025-01-01', cast(:ended as date))")
                .param("id", id)
                .param("office", OFFICE)
                .param("component", component)
                .param("number", number)
                .param("state", state)
                .param("ended", state.equals("PUBLISHED") ? "2025-06-02" : null)
                .update();
        return id;
    }
}
