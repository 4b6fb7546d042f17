package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class CarryOutTest {

    private static final AtomicInteger CITIES = new AtomicInteger();
    private static final String LATER = "Ratsvorlage";

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private CarryOut carryOut;

    @Autowired
    private Office office;

    @Autowired
    private ObjectMapper json;

    private String own;

    @BeforeEach
    void a_contract_of_its_own() {
        own = "x" + CITIES.incrementAndGet();
    }

    @Test
    void measures_are_created_in_the_phase_they_have_reached() throws IOException {
        CarryOut.Done done = imported("Klimastadtvertrag", "");

        assertThat(done.rows()).isEqualTo(Map.of(Fate.CREATED, 4, Fate.REFUSED, 2));
        assertThat(measure("bauen1", "m.state")).isEqualTo("COMPLETED");
        assertThat(office.isRunning(measure("bauen1", "m.number"))).isFalse();
        assertThat(measure("bauen2", "m.state")).isEqualTo("IMPLEMENTATION");
        assertThat(measure("bauen2", "m.number")).matches("BS-\\d{2,5}");
        assertThat(office.openTasks(measure("bauen2", "m.number"))).containsExactly("plan-work-packages");
        assertThat(measure("bauen1", "v.source_document || ' ' || v.source_as_of"))
                .isEqualTo("Klimastadtvertrag 2024-03-26");
        assertThat(measure("bauen1", "(select count(*) from measure_status_report s where s.measure_id = m.id)"))
                .isEqualTo("2");
    }

    @Test
    void a_begin_that_nobody_names_is_not_made_up() throws IOException {
        imported("Klimastadtvertrag", "");
        assertThat(measure("bauen2", "coalesce(v.begins_on::text, 'unbekannt')"))
                .isEqualTo("unbekannt");
    }

    @Test
    void a_report_is_kept_that_accounts_for_every_field_of_every_record() throws IOException {
        UUID run = imported("Klimastadtvertrag", "").run();
        List<JsonNode> reports = new ArrayList<>();
        office.jdbc()
                .sql(
                        "select report::text from import_row where municipality_id = 'muenster' and run_id = :run order by position")
                .param("run", run)
                .query(String.class)
                .list()
                .forEach(report -> reports.add(read(report)));
        int given = new Reading(Limits.USUAL, null)
                .records(contract("")).stream()
                        .mapToInt(record -> record.fields().size())
                        .sum();

        assertThat(reports.stream()
                        .mapToInt(report -> report.get("source").size())
                        .sum())
                .isEqualTo(given);
        assertThat(reports.stream()
                        .flatMap(report ->
                                StreamSupport.stream(report.get("source").spliterator(), false)))
                .anySatisfy(field -> {
                    assertThat(field.get("original").asText()).isEqualTo("862.139");
                    assertThat(field.at("/findings/0/kind").asText()).isEqualTo("THOUSANDS_POINT");
                });
    }

    @Test
    void the_same_files_again_write_nothing() throws IOException {
        imported("Klimastadtvertrag", "");
        long versions = versions();
        CarryOut.Done again = imported(LATER, "");

        assertThat(again.rows()).isEqualTo(Map.of(Fate.LEFT, 4, Fate.REFUSED, 2));
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void what_differs_becomes_a_version_with_its_own_source_and_the_old_one_stays() throws IOException {
        imported("Klimastadtvertrag", "");
        CarryOut.Done done = imported(LATER, " neu");

        assertThat(done.rows()).isEqualTo(Map.of(Fate.UPDATED, 1, Fate.LEFT, 3, Fate.REFUSED, 2));
        assertThat(measure("bauen2", "v.version || ' ' || v.title || ' ' || v.source_document"))
                .isEqualTo("2 Musterquartier Süd neu Ratsvorlage");
        assertThat(office.jdbc()
                        .sql(
                                "select title from measure_version where municipality_id = 'muenster' and external_id = :id"
                                        + " and version = 1")
                        .param("id", "bauen2" + own)
                        .query(String.class)
                        .single())
                .isEqualTo("Musterquartier Süd");
    }

    @Test
    void a_row_that_was_changed_since_it_was_planned_is_refused_as_a_whole() throws IOException {
        imported("Klimastadtvertrag", "");
        ImportPlan planned = imports.plan(settings(LATER), contract(" geplant"), null);
        imported(LATER, " dazwischen");
        long versions = versions();

        CarryOut.Done done = carryOut.carryOut(settings(LATER), List.of("a"), planned, "admin", row -> {});

        assertThat(done.rows()).isEqualTo(Map.of(Fate.LEFT, 3, Fate.REFUSED, 3));
        assertThat(versions()).isEqualTo(versions);
        assertThat(office.jdbc()
                        .sql("select report #>> '{problem,key}' from import_row where municipality_id = 'muenster'"
                                + " and run_id = :run and report -> 'problem' is not null")
                        .param("run", done.run())
                        .query(String.class)
                        .list())
                .containsExactly("imports.row.changedMeanwhile");
    }

    @Test
    void planning_writes_nothing() throws IOException {
        long versions = versions();
        assertThat(imports.plan(settings(LATER), contract(""), null).counts())
                .isEqualTo(Map.of(Fate.CREATED, 4L, Fate.REFUSED, 2L));
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void progress_is_told_row_by_row() throws IOException {
        List<Integer> heard = new ArrayList<>();
        ImportPlan plan = imports.plan(settings(LATER), contract(""), null);
        carryOut.carryOut(settings(LATER), List.of("a"), plan, "admin", heard::add);
        assertThat(heard).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private CarryOut.Done imported(String document, String titleEnd) throws IOException {
        ImportSettings settings = settings(document);
        List<SourceFile> files = contract(titleEnd);
        ImportPlan plan = imports.plan(settings, files, null);
        return carryOut.carryOut(settings, files.stream().map(SourceFile::name).toList(), plan, "admin", row -> {});
    }

    private ImportSettings settings(String document) {
        LocalDate asOf = LocalDate.of(2024, 3, 26);
        return new ImportSettings(
                imports.city(Office.MUNICIPALITY),
                new Source(document, null, asOf, null),
                "klima",
                null,
                BudgetRelation.NONE,
                SpatialScope.CITY,
                MeasureState.IMPLEMENTATION);
    }

    /** The files of the small contract, with ids of this test's own. */
    private List<SourceFile> contract(String titleEnd) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (String name : List.of("measures.json", "additional_data.json", "implementations.json")) {
            String content = Files.readString(Path.of("src", "test", "resources", "imports", name))
                    .replaceAll("\"id\": \"(\\w+)\"", "\"id\": \"$1" + own + "\"")
                    .replace("Musterquartier Süd", "Musterquartier Süd" + titleEnd);
            files.add(new SourceFile(name, Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8)));
        }
        return files;
    }

    private String measure(String id, String expression) {
        return office.jdbc()
                .sql(
                        "select cast(" + expression + " as text) from measure m join measure_version v"
                                + " on v.municipality_id = m.municipality_id and v.measure_id = m.id"
                                + " where v.municipality_id = 'muenster' and v.external_id = :id order by v.version desc limit 1")
                .param("id", id + own)
                .query(String.class)
                .single();
    }

    private long versions() {
        return office.jdbc()
                .sql("select count(*) from measure_version where municipality_id = 'muenster'")
                .query(Long.class)
                .single();
    }

    private JsonNode read(String report) {
        try {
            return json.readTree(report);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
