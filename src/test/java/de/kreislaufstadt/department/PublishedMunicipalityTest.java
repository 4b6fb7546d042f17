package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.Releasing.Live;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A municipality that was public leaves nothing behind when it is deleted: no row, and no page from memory. */
@ApplicationTest
class PublishedMunicipalityTest {

    private static final String TAB = "/camunda/api/kreislaufstadt/admin/municipalities";
    private static final String CITY = "altestadt";
    private static final String PAGE = "/altestadt/massnahmen/kreislaufstadt";

    @Autowired
    private Office office;

    @Autowired
    private Releasing releasing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void whatWasPublicIsGoneWithItsMunicipality() {
        Http admin = new Http(port);
        assertThat(admin.signIn("admin", "tasklist").status()).isEqualTo(200);
        String file =
                admin.get(TAB + "/template").json().path("content").asText().replace("neuestadt", CITY);
        assertThat(admin.post(TAB, text(file)).status()).isEqualTo(200);
        transaction.executeWithoutResult(status -> isPublic(UUID.randomUUID()));
        assertThat(tables())
                .as("every table of what is public, and of the way there, has a row of the municipality")
                .hasSizeGreaterThan(9)
                .allSatisfy(table -> assertThat(rows(table)).as(table).isPositive());
        Http anybody = new Http(port);
        assertThat(anybody.get(PAGE).status()).isEqualTo(200);
        assertThat(anybody.with("Accept", "text/turtle")
                        .get("/opendata/catalog")
                        .body())
                .contains(CITY);

        String yesterday = LocalDate.now(clock).minusDays(1).toString();
        assertThat(admin.post(TAB + "/" + CITY + "/end", "{\"lastDay\": \"" + yesterday + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.send("DELETE", TAB + "/" + CITY + "?confirm=" + CITY, null)
                        .status())
                .isEqualTo(200);

        assertThat(tables())
                .allSatisfy(table -> assertThat(rows(table)).as(table).isZero());
        for (String address : List.of(PAGE, "/" + CITY, "/" + CITY + "/feed.atom")) {
            assertThat(anybody.get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(anybody.with("Accept", "text/turtle")
                        .get("/opendata/catalog")
                        .body())
                .doesNotContain(CITY);
    }

    private void isPublic(UUID measure) {
        row(measure, "measure (id, municipality_id, number, lead, state, created_by)", """
                :measure, 'altestadt', 'WW-09', 'klima', 'COMPLETED', 'somebody'
                """);
        row(measure, "publication (municipality_id, measure_id, version, released_at)", """
                'altestadt', :measure, 1, now()
                """);
        row(measure, "publication_event (id, municipality_id, measure_id, kind, version)", """
                gen_random_uuid(), 'altestadt', :measure, 'PUBLISHED', 1
                """);
        row(measure, "time_facts_draft (municipality_id, quarter, content, drafted_by, drafted_at)", """
                'altestadt', date '2025-07-01', '{}', 'somebody', now()
                """);
        releasing.release(CITY, measure, ReleasedExamples.rich(), Set.of("DECISION"));
        releasing.live(CITY, List.of(new Live(measure, ReleasedExamples.inWorkshops(LocalDate.of(2099, 3, 31)))));
        releasing.unpublished(CITY, 3);
        releasing.times(CITY, new TimeFacts(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30), null, List.of()));
    }

    private void row(UUID measure, String into, String values) {
        office.jdbc()
                .sql("insert into " + into + " select " + values)
                .param("measure", measure)
                .update();
    }

    private List<String> tables() {
        return office.jdbc().sql("""
                        select c.table_name from information_schema.columns c
                        where c.table_schema = 'kreislaufstadt' and c.column_name = 'municipality_id'
                          and c.table_name similar to '(released|publication|time_facts)%' order by 1
                        """).query(String.class).list();
    }

    private long rows(String table) {
        return office.jdbc()
                .sql("select count(*) from " + table + " where municipality_id = 'altestadt'")
                .query(Long.class)
                .single();
    }

    private static String text(String content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("content", content);
        return body.putNull("base").toString();
    }
}
