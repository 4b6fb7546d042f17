package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.publication.PublishedNow;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the open data hand out of imported measures is read again and changes nothing; what is changed in it, changes. */
@ApplicationTest
class OpenDataRoundTripTest extends ImportingAdministrator {

    private static final String DATA = "/muenster/daten/";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ReleasedMeasures released;

    private final List<String> slugs = new ArrayList<>();

    @BeforeEach
    void the_measures_of_a_contract_are_imported_and_published() throws Exception {
        String run = begun();
        for (String name : List.of("measures.json", "additional_data.json", "implementations.json")) {
            String content = Files.readString(Path.of("src", "test", "resources", "imports", name))
                    .replaceAll("\"id\": \"(\\w+)\"", "\"id\": \"$1" + id("") + "\"");
            assertThat(upload(run, name, content.getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(201);
        }
        String plan = "Nummer;Kennung in anderen Systemen;Jahr (oder „später“);Betrag in Euro\n;" + id("bauen2")
                + ";2027;1.234,50\n;" + id("bauen2") + ";später;15.000\n";
        plan(run, "{}");
        apply(run);
        apply(planned(plan));
        for (String id : List.of("bauen1", "bauen2", "ernaehrung1", "initiative1")) {
            publish(id);
        }
    }

    @Test
    void the_workbook_and_the_text_file_of_a_measure_change_nothing() {
        for (String slug : slugs) {
            for (String format : List.of("csv", "xlsx")) {
                byte[] file = anybody()
                        .download("/muenster/massnahmen/" + slug + "/rohdaten." + format)
                        .body();
                JsonNode plan = run(imported(List.of("rohdaten." + format), List.of(file)));
                assertThat(plan.get("rows").toString())
                        .as("%s of %s: %s", format, slug, changes(plan))
                        .isEqualTo("{\"LEFT\":1}");
            }
        }
    }

    @Test
    void all_text_files_of_the_municipality_together_change_nothing() {
        List<String> names =
                List.of("massnahmen.csv", "indikatoren.csv", "finanzplan.csv", "schritte.csv", "zeiten.csv");
        JsonNode plan = run(imported(
                names,
                names.stream()
                        .map(name -> anybody().download(DATA + name).body())
                        .toList()));
        assertOwnLeft(plan);
    }

    @Test
    void the_workbook_of_the_municipality_changes_nothing() {
        assertOwnLeft(run(imported(
                List.of("massnahmen.xlsx"),
                List.of(anybody().download(DATA + "massnahmen.xlsx").body()))));
    }

    @Test
    void what_is_changed_in_a_file_of_the_open_data_changes_alone() {
        String file = anybody()
                .get("/muenster/massnahmen/" + slugs.get(1) + "/rohdaten.csv")
                .body();
        assertThat(file).contains("Musterquartier Süd");
        JsonNode plan = run(imported(
                List.of("rohdaten.csv"),
                List.of(file.replace("Musterquartier Süd", "Anderes Quartier").getBytes(StandardCharsets.UTF_8))));
        assertThat(plan.get("rows").toString()).isEqualTo("{\"UPDATED\":1}");
        assertThat(changes(plan)).containsExactly("Titel: Musterquartier Süd → Anderes Quartier");
    }

    @Test
    void what_the_contract_says_of_taking_part_progress_and_sources_stands_on_the_public_page() {
        assertThat(anybody().get("/muenster/massnahmen/" + slugs.get(0)).body())
                .contains(
                        "Kommen Sie vorbei.",
                        "https://beispiel.de",
                        "Siehe Beschreibung",
                        "Der Bauantrag ist gestellt.",
                        "149,1 Millionen Euro");
        JsonNode raw = anybody()
                .get("/muenster/massnahmen/" + slugs.get(0) + "/rohdaten.json")
                .json();
        assertThat(raw.at("/record/table/comments").asText()).isEqualTo("Siehe Beschreibung");
    }

    @Test
    void the_tables_of_the_tab_change_nothing_either() {
        JsonNode all = run(imported(
                List.of("massnahmen.xlsx"),
                List.of(admin().download(ROOT + "muenster/measures.xlsx").body())));
        assertOwnLeft(all);
        assertThat(all.at("/rows").size())
                .as("whatever else the city has: %s %s", all.get("rows"), refusals(all))
                .isEqualTo(1);
        List<String> names = TableWriter.PARTS.stream().map(Enum::name).toList();
        assertOwnLeft(run(imported(
                names,
                names.stream()
                        .map(name -> admin().download(ROOT + "muenster/measures.csv?table=" + name)
                                .body())
                        .toList())));
    }

    private void assertOwnLeft(JsonNode plan) {
        List<String> fates = new ArrayList<>();
        JsonNode page = rows(plan, 0);
        while (true) {
            for (JsonNode row : page.get("rows")) {
                if (row.get("id").asText().endsWith(id(""))) {
                    fates.add(row.get("fate").asText());
                }
            }
            if (!page.hasNonNull("next")) {
                break;
            }
            page = rows(plan, page.get("next").asInt());
        }
        assertThat(fates).as("%s", changes(plan)).hasSize(4).containsOnly("LEFT");
    }

    private JsonNode rows(JsonNode plan, int after) {
        return admin().get(path(plan.get("id").asText()) + "/rows?after=" + after)
                .json();
    }

    /** Why rows were refused, in words. */
    private List<String> refusals(JsonNode plan) {
        List<String> reasons = new ArrayList<>();
        JsonNode refused = admin().get(path(plan.get("id").asText()) + "/rows?after=0&fate=REFUSED")
                .json()
                .get("rows");
        for (JsonNode row : refused) {
            admin().get(path(plan.get("id").asText()) + "/rows/"
                            + row.get("position").asInt())
                    .json()
                    .forEach(line -> {
                        if (line.path("wrong").asBoolean()) {
                            reasons.add(row.path("number").asText() + " "
                                    + line.get("field").asText() + ": "
                                    + line.path("note").asText(""));
                        }
                    });
        }
        return reasons;
    }

    /** What would change, in words. */
    private List<String> changes(JsonNode plan) {
        List<String> changes = new ArrayList<>();
        for (JsonNode row : rows(plan, 0).get("rows")) {
            admin().get(path(plan.get("id").asText()) + "/rows/"
                            + row.get("position").asInt())
                    .json()
                    .forEach(line -> {
                        String fate = line.path("fate").asText();
                        if (List.of("geändert", "neu", "abgelehnt").contains(fate)
                                && row.get("id").asText().endsWith(id(""))) {
                            changes.add(line.get("field").asText() + ": "
                                    + line.path("target").asText("")
                                    + line.path("note").asText(""));
                        }
                    });
        }
        return changes;
    }

    /** What is downloaded today is as of today: decisions of other tests are younger than the contract. */
    private String imported(List<String> names, List<byte[]> files) {
        String run = begun(CityDay.today());
        for (int i = 0; i < names.size(); i++) {
            assertThat(upload(run, names.get(i), files.get(i)).status()).isEqualTo(201);
        }
        plan(run, "{}");
        assertThat(run(run).get("stage").asText())
                .as("%s", run(run).get("problems"))
                .isEqualTo("PLANNED");
        return run;
    }

    private void publish(String id) {
        UUID measure = office.jdbc()
                .sql(
                        "select distinct measure_id from measure_version where municipality_id = 'muenster' and external_id = :id")
                .param("id", id(id))
                .query(UUID.class)
                .single();
        new PublishedNow(beans).publish(Office.MUNICIPALITY, measure);
        String number = office.jdbc()
                .sql("select number from measure where municipality_id = 'muenster' and id = :id")
                .param("id", measure)
                .query(String.class)
                .single();
        slugs.add(released.numbered(Office.MUNICIPALITY, number).orElseThrow().slug());
    }

    private Http anybody() {
        return new Http(port);
    }
}
