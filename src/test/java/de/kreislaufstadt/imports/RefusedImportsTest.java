package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said wrongly about an import, and who may not import. */
@ApplicationTest
class RefusedImportsTest extends ImportingAdministrator {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                | document | füllen Sie dieses Feld aus
            {"document": "L", "asof": "bald", "lead": "klima"}                | asof     | kein Tag
            {"document": "L", "asof": "2099-01-01", "lead": "klima"}          | asof     | Zukunft
            {"document": "L", "asof": "2024-03-26", "lead": "niemand"}        | lead     | nicht bekannt
            {"document": "L", "asof": "2024-03-26", "lead": "klima", "state": "PROPOSED"} | state | KNOWLEDGE
            {"colour": "rot"}                                                 | colour   | nicht lesbar
            """)
    void what_is_said_wrongly_is_refused_at_its_field(String body, String field, String reason) {
        long runs = count("import_run", null);
        Http.Answer answer = admin().post(ROOT + "muenster/runs", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors")).anySatisfy(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("message").asText()).contains(reason);
        });
        assertThat(count("import_run", null)).isEqualTo(runs);
    }

    @Test
    void an_import_of_another_city_is_none_and_only_administrators_import() {
        OtherCity.found(office.jdbc(), accounts);
        String run = planned(row("i", "Quartier", "1 €"));

        for (String address : List.of(
                ROOT + "anderestadt/runs/" + run, ROOT + "nirgendwo", ROOT + "muenster/runs/" + UUID.randomUUID())) {
            assertThat(admin().get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(admin().get(ROOT + "muenster/runs/keine").status()).isEqualTo(404);
        assertThat(admin().get(path(run) + "/rows/99").status()).isEqualTo(404);
        assertThat(admin().get(path(run) + "/rows?fate=NICHTS").status()).isEqualTo(400);
        assertThat(admin().post(ROOT + "anderestadt/runs/" + run + "/apply", "{}")
                        .status())
                .isEqualTo(404);
        Http head = new Http(port);
        head.signIn("wfm-leitung", "tasklist");
        assertThat(head.get(ROOT + "muenster").status()).isEqualTo(403);
        assertThat(head.post(path(run) + "/apply", "{}").status()).isEqualTo(403);
        assertThat(run(run).get("stage").asText()).isEqualTo("PLANNED");
    }
}
