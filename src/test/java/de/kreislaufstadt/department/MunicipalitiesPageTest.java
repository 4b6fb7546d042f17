package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestCity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page Verwaltung and its tab Kommunen over HTTP. */
@ApplicationTest
class MunicipalitiesPageTest {

    private static final String ADMIN = "/camunda/api/kreislaufstadt/admin";

    private static final String TAB = ADMIN + "/municipalities";
    private static final String NEW = "neuestadt";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void administratorsSeeTheMunicipalities() {
        Http admin = browser("admin");
        assertThat(admin.get(ADMIN).json().path("tabs").toString()).contains("\"municipalities\"");

        JsonNode muenster = null;
        for (JsonNode row : admin.get(ADMIN + "/municipalities").json()) {
            muenster = "muenster".equals(row.path("id").asText()) ? row : muenster;
        }
        assertThat(muenster).isNotNull();
        assertThat(muenster.path("name").asText()).isEqualTo("Stadt Münster");
        assertThat(muenster.path("federalState").asText()).isEqualTo("NW");
        assertThat(muenster.path("departments").asInt()).isEqualTo(25);
        assertThat(muenster.path("people").asInt()).isGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/municipalities", "/municipalities/", "/no-such-tab"})
    void nobodyElseSeesAnythingOfThePage(String path) {
        Http.Answer clerk = browser("klima-sachbearbeitung").get(ADMIN + path);
        assertThat(clerk.status()).isIn(403, 404);
        assertThat(clerk.body()).doesNotContain("Münster");
        assertThat(browser("klima-leitung").get(ADMIN + path).status()).isIn(403, 404);
        assertThat(new Http(port).get(ADMIN + path).status()).isEqualTo(401);
    }

    @Test
    void aMunicipalityIsCreatedChangedTakenBackEndedAndDeleted() {
        Http admin = browser("admin");
        List<String> ofAll = groupsOfTheInstallation();
        String template = admin.get(TAB + "/template").json().path("content").asText();
        JsonNode plan = admin.post(TAB + "/plan", text(template, null)).json();
        assertThat(plan.path("created").asBoolean()).isTrue();
        assertThat(plan.path("changes").toString())
                .contains("departments.klima")
                .contains("people.neuestadt-klima");
        assertThat(admin.get(TAB + "/" + NEW).status())
                .as("a plan changes nothing")
                .isEqualTo(404);

        Http.Answer created = admin.post(TAB, text(template, null));
        assertThat(created.json().path("number").asInt()).as(created.body()).isEqualTo(1);
        assertThat(admin.post(TAB, text(template, null)).status())
                .as("it exists")
                .isEqualTo(409);
        assertThat(admin.post(TAB, text(template, 1)).json().path("number").asInt())
                .as("applying again changes nothing")
                .isEqualTo(1);
        assertThat(accounts.groupsOf(List.of("neuestadt-klima")).get("neuestadt-klima"))
                .contains("neuestadt-klima", "neuestadt-klima-head", "neuestadt-managers", "neuestadt-staff");

        String changed = template.replace("name: Stabsstelle Klima", "name: Klimaamt")
                .replaceFirst("(?m)^ *- \\{id: neuestadt-wirtschaft.*\\R", "");
        JsonNode changes = admin.post(TAB + "/plan", text(changed, 1)).json().path("changes");
        assertThat(changes.toString())
                .contains("{\"kind\":\"CHANGED\",\"section\":\"departments\",\"place\":\"departments.klima.name\","
                        + "\"before\":\"Stabsstelle Klima\",\"after\":\"Klimaamt\"}")
                .contains("{\"kind\":\"REMOVED\",\"section\":\"people\",\"place\":\"people.neuestadt-wirtschaft\"");
        assertThat(changes).hasSize(2);
        assertThat(admin.post(TAB, text(changed, 1)).json().path("number").asInt())
                .isEqualTo(2);
        assertThat(admin.post(TAB, text(template, 1)).status())
                .as("somebody was faster")
                .isEqualTo(409);
        assertThat(accounts.groupsOf(List.of("neuestadt-wirtschaft"))).isEmpty();

        String exported = admin.get(TAB + "/" + NEW + "/file").body();
        assertThat(admin.post(TAB + "/plan", text(exported, 2)).json().path("changes"))
                .as("what was exported is what holds")
                .isEmpty();
        assertThat(admin.get(TAB + "/" + NEW + "/versions/2").json()).isEqualTo(changes);

        assertThat(admin.post(TAB + "/" + NEW + "/versions/1/restore", "{}")
                        .json()
                        .path("number")
                        .asInt())
                .isEqualTo(3);
        assertThat(accounts.groupsOf(List.of("neuestadt-wirtschaft"))).isNotEmpty();
        JsonNode history = admin.get(TAB + "/" + NEW).json().path("history");
        assertThat(history).hasSize(3);
        assertThat(history.get(0).path("restores").asInt()).isEqualTo(1);
        assertThat(history.get(0).path("by").asText()).isEqualTo(accounts.nameOf("admin"));

        assertThat(admin.send("DELETE", TAB + "/" + NEW + "?confirm=" + NEW, null)
                        .status())
                .as("not before its end")
                .isEqualTo(409);
        String yesterday = LocalDate.now(clock).minusDays(1).toString();
        assertThat(admin.post(TAB + "/" + NEW + "/end", "{\"lastDay\": \"" + yesterday + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(TAB + "/" + NEW)
                        .json()
                        .path("municipality")
                        .path("ended")
                        .asBoolean())
                .isTrue();
        assertThat(accounts.people(NEW)).as("nobody signs in to it").isEmpty();
        assertThat(admin.send("DELETE", TAB + "/" + NEW + "?confirm=muenster", null)
                        .status())
                .isEqualTo(400);
        assertThat(admin.send("DELETE", TAB + "/" + NEW + "?confirm=" + NEW, null)
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(TAB + "/" + NEW).status()).isEqualTo(404);
        assertThat(groupsOfTheInstallation())
                .as("operators go on looking after all other municipalities")
                .isEqualTo(ofAll)
                .anyMatch(group -> group.startsWith("operators "));
        assertThat(left()).isEmpty();
    }

    @Test
    void aMunicipalityOfAConfiguredFileIsChangedThere() {
        Http admin = browser("admin");
        JsonNode page = admin.get(TAB + "/muenster").json();
        String file = page.path("file").asText();
        int number = page.path("number").asInt();
        assertThat(admin.post(TAB + "/plan", text(file, number)).json().path("changes"))
                .isEmpty();

        Http.Answer refused = admin.post(TAB, text(file, number));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("message").asText()).contains(TestCity.file());
        assertThat(admin.post(TAB + "/muenster/versions/" + number + "/restore", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.send("DELETE", TAB + "/muenster?confirm=muenster", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aMunicipalityWithRunningMeasuresIsNeitherEndedNorDeleted() {
        Http admin = browser("admin");
        String number = office.as("wfm-sachbearbeitung").proposes();

        Http.Answer end = admin.post(TAB + "/muenster/end", "{\"lastDay\": \"2031-12-31\"}");
        assertThat(end.status()).isEqualTo(409);
        assertThat(end.json().path("message").asText())
                .startsWith("Das geht nicht, solange Maßnahmen laufen.")
                .contains(number);
        assertThat(admin.get(TAB + "/muenster")
                        .json()
                        .path("municipality")
                        .path("validUntil")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: Ratsbüro, roles | validUntil: 2031-01-01, successor: klima, name: A, roles | departments (rat).successor  | 17 | die Nachfolge führt im Kreis
                    name: Ratsbüro, roles | validUntil: 2031-01-01, successor: weg, name: A, roles   | departments (rat).successor  | 17 | die Abteilung „weg“ gibt es nicht
                    key: rat              | key: klima                                               | departments[2] (klima)       | 17 | der Schlüssel steht doppelt
                    id: neuestadt-klima   | id: klima-leitung                                        | people[1] (klima-leitung).id | 22 | diese Kennung gehört zu einem Zugang außerhalb dieser Kommune
                    id: neuestadt-klima   | id: admin                                                | people[1] (admin).id         | 22 | diese Kennung gehört zu einem Zugang außerhalb dieser Kommune
                    federalState: NW      | federalState: XX                                         | Zeile 9, municipality.federalState | 9 | „XX“ ist nicht erlaubt (erlaubt: BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH)
                    """)
    void wrongFilesAreRefusedAtTheirPlace(String right, String wrong, String place, int line, String reason) {
        Http admin = browser("admin");
        String template = admin.get(TAB + "/template").json().path("content").asText();
        String text = template.replace(right, wrong);
        if (wrong.contains("successor: klima")) {
            text = text.replace("key: klima,", "key: klima, validUntil: 2031-01-01, successor: rat,");
        }
        for (String path : List.of(TAB, TAB + "/plan")) {
            Http.Answer answer = admin.post(path, text(text, null));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            JsonNode error = answer.json().path("errors").get(0);
            assertThat(error.path("message").asText()).isEqualTo(reason);
            if (!reason.contains("im Kreis")) {
                assertThat(error.path("field").asText()).isEqualTo(place);
                assertThat(error.path("line").asInt()).isEqualTo(line);
            }
        }
        assertThat(admin.get(TAB + "/" + NEW).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\": 7, \"base\": \"x\"}",
                "[]",
                "kein JSON",
                "{\"content\": \"\"}",
                "{\"content\": \"a: [\"}"
            })
    void whatIsNoFileIsRefused(String body) {
        Http.Answer answer = browser("admin").post(TAB, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isNotBlank().doesNotContain("Exception");
    }

    /** @return tables of both schemas that still say something of the municipality */
    private List<String> left() {
        List<String> columns = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where column_name in ('municipality_id', 'tenant_id_', 'group_id_') and table_type = 'BASE TABLE'
                           and table_schema in ('kreislaufstadt', 'camunda')
                        """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(80);
        return columns.stream()
                .filter(column -> {
                    int dot = column.lastIndexOf('.');
                    return jdbc.sql("select count(*) from " + column.substring(0, dot) + " where "
                                            + column.substring(dot + 1) + " like 'neuestadt%'")
                                    .query(Long.class)
                                    .single()
                            > 0;
                })
                .toList();
    }

    private static String text(String content, Integer base) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("content", content);
        return body.put("base", base).toString();
    }

    /** @return groups of no municipality, with the number of their grants */
    private List<String> groupsOfTheInstallation() {
        return jdbc.sql("select g.id_ || ' ' || count(a.id_) from camunda.act_id_group g"
                        + " left join camunda.act_ru_authorization a on a.group_id_ = g.id_"
                        + " where g.type_ = 'SYSTEM' group by g.id_ order by 1")
                .query(String.class)
                .list();
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
