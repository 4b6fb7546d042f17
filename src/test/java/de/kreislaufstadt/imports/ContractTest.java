package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

    @TempDir
    private Path folder;

    private ImportingCity desk;
    private ImportPlan plan;

    @BeforeEach
    void a_contract_with_the_defects_of_real_ones_is_planned() {
        desk = new ImportingCity(folder);
        plan = desk.plan(desk.contract());
    }

    @Test
    void every_field_of_every_record_is_accounted_for_once() {
        List<String> given = desk.records(desk.contract()).stream()
                .flatMap(record -> record.fields().stream().map(field -> key(record.part(), record.position(), field)))
                .toList();
        List<String> accounted = plan.rows().stream()
                .flatMap(row -> row.accounts().stream())
                .map(account -> key(account.part(), account.position(), account.field()))
                .toList();
        assertThat(accounted).containsExactlyInAnyOrderElementsOf(given);
        assertThat(plan.accounts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(given.size());
    }

    @Test
    void records_that_belong_to_a_measure_become_one() {
        assertThat(plan.rows())
                .extracting(ImportPlan.Row::id, ImportPlan.Row::fate)
                .contains(
                        tuple("bauen1", Fate.CREATED),
                        tuple("bauen2", Fate.CREATED),
                        tuple("initiative1", Fate.CREATED),
                        tuple("ernaehrung1", Fate.CREATED));
        var outline = row("bauen1").next().record().outline();
        assertThat(outline.shortTitle()).isEqualTo("Quartier Nord");
        assertThat(outline.externalId()).isEqualTo("bauen1");
        assertThat(outline.fieldOfAction()).isEqualTo("BUILDING");
        assertThat(outline.type()).isEqualTo(MeasureType.INFRASTRUCTURE);
        assertThat(row("bauen1").next().begin().state()).isEqualTo(MeasureState.COMPLETED);
        assertThat(row("bauen1").next().reports())
                .extracting(report -> report.asOf() + " " + report.text())
                .containsExactly("2024-03-26 Siehe Beschreibung", "2024-10-01 Der Bauantrag ist gestellt.");
        assertThat(row("bauen1").next().begin().steps())
                .as("what the contract comments is no step of anybody's")
                .containsExactly(new PastSteps.Step("report-status", LocalDate.of(2024, 10, 1)));
        assertThat(row("bauen1").next().participation())
                .isEqualTo(new Participation("Mitmachen\n\nKommen Sie vorbei.", "https://beispiel.de"));
        assertThat(row("bauen1").next().record().sources())
                .containsExactly(new Source("Mehr", null, ImportingCity.AS_OF, "https://beispiel.de"));
        assertThat(row("bauen2").next().record().indicators())
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.values()).hasSize(2));
    }

    @Test
    void broken_words_and_leaked_labels_are_mended_and_reported() {
        var outline = row("bauen1").next().record().outline();
        assertThat(outline.title()).isEqualTo("Musterquartier Nord");
        assertThat(outline.description())
                .isEqualTo(
                        "Im Quartier wird gebaut. Insgesamt werden drei Häuser saniert, Wirtschafts- und Wohngebäude.");
        assertThat(findings("bauen1", "Action outline / Action description"))
                .containsExactly(Kind.GLUED_CELLS, Kind.BROKEN_WORDS);
        assertThat(findings("bauen1", "Reference to impact pathway / Field of action"))
                .containsExactly(Kind.LABEL_IN_TEXT);
    }

    @Test
    void what_came_out_of_a_wrong_encoding_is_reported() {
        assertThat(findings("ernaehrung1", "Action outline / Action description"))
                .containsExactly(Kind.BROKEN_CHARACTERS);
    }

    @Test
    void a_lost_thousands_point_is_reported_and_never_becomes_a_number() {
        assertThat(texts("bauen1", "cost / value")).singleElement().asString().contains("862.139 ist wohl 862.139");
        assertThat(findings("bauen2", "cost / value")).containsExactly(Kind.THOUSANDS_POINT);
        assertThat(row("bauen1").next().record().effects().cost())
                .isInstanceOfSatisfying(
                        ReportedValue.Value.class,
                        cost -> assertThat(cost.number()).isEqualByComparingTo("149100000"));
    }

    @Test
    void years_and_durations_in_one_field_are_told_apart() {
        assertThat(findings("bauen1", "cost / until_in_years")).containsExactly(Kind.DURATION_FOR_YEAR);
        assertThat(findings("bauen2", "cost / until_in_years")).containsExactly(Kind.YEAR_IN_DURATION);
    }

    @Test
    void not_applicable_turned_into_zero_stays_not_applicable() {
        assertThat(findings("ernaehrung1", "cost / value")).containsExactly(Kind.ZERO_FOR_NOTHING);
        assertThat(row("ernaehrung1").next().record().effects().cost().status()).isEqualTo(Status.NOT_RELEVANT);
    }

    @Test
    void one_total_with_several_measures_is_pointed_out_with_each_of_them() {
        assertThat(findings("bauen1", "Impact & cost / Total costs and costs by CO2e unit"))
                .containsExactly(Kind.SHARED_TOTAL);
        assertThat(texts("bauen2", "Impact & cost / Total costs and costs by CO2e unit"))
                .singleElement()
                .asString()
                .contains("149.100.000,00 €", "bauen1");
        assertThat(row("bauen1").next().record().finance().costGroup()).isNull();
    }

    @Test
    void words_that_no_list_has_keep_their_wording() {
        var outline = row("bauen2").next().record().outline();
        assertThat(outline.type()).isEqualTo(MeasureType.OTHER);
        assertThat(outline.typeOriginal()).isEqualTo("Leuchtturm");
        assertThat(outline.fieldOfAction()).isEqualTo("BUILDING");
        assertThat(outline.fieldOfActionOriginal()).isEqualTo("Wohnen");
        assertThat(row("bauen2").next().record().responsibility().spatialScope())
                .isEqualTo(SpatialScope.CITY);
        assertThat(findings("bauen2", "Reference to impact pathway / Systemic lever"))
                .containsExactly(Kind.UNKNOWN_WORD);
    }

    @Test
    void two_fields_that_contradict_each_other_are_reported() {
        assertThat(findings("ernaehrung1", "Reference to impact pathway / Field of action"))
                .containsExactly(Kind.CONTRADICTION);
        assertThat(texts("ernaehrung1", "Reference to impact pathway / Field of action"))
                .containsExactly("„Wirtschaft und Wissenschaft“ widerspricht „Bildung und Ernährung“.");
    }

    @Test
    void a_partial_record_says_what_it_lacks_and_what_stands_in_for_it() {
        assertThat(row("initiative1").findings())
                .extracting(Finding::kind)
                .contains(Kind.GROUP_MISSING, Kind.TAKEN_FROM, Kind.BY_DEFAULT);
        assertThat(row("initiative1").findings())
                .extracting(Finding::text)
                .contains("„Federführende Organisationseinheit“ fehlt; es wird „Stabsstelle Klima“ eingetragen.");
        assertThat(row("initiative1").next().record().effects().cost().status()).isEqualTo(Status.NOT_STATED);
        assertThat(row("initiative1").next().record().outline().summary())
                .isEqualTo("Eine Werkstatt, in der alle reparieren können.");
    }

    @Test
    void a_mistyped_id_names_the_one_that_was_meant_and_changes_nothing() {
        ImportPlan.Row mistyped = row("initative1");
        assertThat(mistyped.fate()).isEqualTo(Fate.REFUSED);
        assertThat(mistyped.findings())
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("initiative1");
        assertThat(mistyped.accounts())
                .allSatisfy(account -> assertThat(account.fate()).isEqualTo(Account.Fate.FINDING));
        assertThat(row("verkehr99").findings()).extracting(Finding::kind).containsExactly(Kind.ID_UNKNOWN);
    }

    @Test
    void unknown_fields_and_values_are_reported_and_stay_in_the_original() {
        assertThat(findings("ernaehrung1", "Haustier")).containsExactly(Kind.UNKNOWN_FIELD);
        assertThat(findings("ernaehrung1", "values[0] / value")).containsExactly(Kind.UNKNOWN_WORD);
        assertThat(findings("ernaehrung1", "values[0] / date")).containsExactly(Kind.DATE_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mailto:werkstatt@stadt.de | Mitmachen\\n\\nwerkstatt@stadt.de |
            javascript:alert(1)       | Mitmachen                        | ADDRESS_UNUSABLE
            http://beispiel.de        | Mitmachen                        | ADDRESS_UNUSABLE
            """)
    void an_address_that_is_no_safe_page_never_becomes_a_link(String address, String text, Kind found) {
        ImportPlan.Row row = desk
                .plan(List.of(
                        desk.contract().get(0),
                        desk.file(
                                "beside.json",
                                "[{\"id\": \"bauen1\", \"short_title\": \"Q\", \"user_action\": {\"label\": \"Mitmachen\","
                                        + " \"href\": \"" + address + "\"}}]",
                                StandardCharsets.UTF_8)))
                .rows()
                .stream()
                .filter(one -> one.id().equals("bauen1"))
                .findFirst()
                .orElseThrow();
        assertThat(row.next().participation()).isEqualTo(new Participation(text.replace("\\n", "\n"), null));
        assertThat(row.accounts().stream()
                        .filter(account -> account.field().path().equals("user_action / href"))
                        .flatMap(account -> account.findings().stream())
                        .map(Finding::kind)
                        .toList())
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void the_same_files_again_change_nothing() {
        desk.carryOut(plan);
        ImportPlan again = desk.plan(desk.contract());
        assertThat(again.rows().stream().filter(row -> row.fate() != Fate.REFUSED))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.fate()).isEqualTo(Fate.LEFT));
        assertThat(again.rows()).allSatisfy(row -> assertThat(row.next()).isNull());
    }

    private ImportPlan.Row row(String id) {
        return plan.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> findings(String id, String path) {
        return found(id, path).map(Finding::kind).toList();
    }

    private List<String> texts(String id, String path) {
        return found(id, path).map(Finding::text).toList();
    }

    private Stream<Finding> found(String id, String path) {
        return row(id).accounts().stream()
                .filter(account -> account.field().path().equals(path))
                .flatMap(account -> account.findings().stream());
    }

    private static String key(SourceRecord.Part part, int position, SourceField field) {
        return part + " " + position + " " + field;
    }
}
