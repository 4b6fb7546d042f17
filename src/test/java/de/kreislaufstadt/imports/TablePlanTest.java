package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablePlanTest {

    @TempDir
    private Path folder;

    private ImportingCity desk;

    @BeforeEach
    void a_city_fills_in_the_table() {
        desk = new ImportingCity(folder);
    }

    @Test
    void a_row_becomes_a_measure() {
        ImportPlan.Row row = plan(Map.of(
                "Felder der Kreislaufwirtschaft", "Bau und Gebäude; Lebensmittel und Ernährung",
                "Mitwirkende Organisationseinheiten", "Bauamt",
                "Kosten", "ca. 25.000 € pro Jahr",
                "Kosten: Zieljahr", "2030",
                "Kosten: Quelle", "Haushalt",
                "Kosten: Stand", "01.10.2024",
                "Umsetzung geplant bis", "7/2027"));
        assertThat(row.fate()).isEqualTo(Fate.CREATED);
        assertThat(row.number()).isEqualTo("BS-07");
        var record = row.next().record();
        assertThat(record.outline().circularFields()).containsExactly(CircularField.BUILDING, CircularField.FOOD);
        assertThat(record.responsibility().contributing()).containsExactly("bau");
        Value cost = (Value) record.effects().cost();
        assertThat(cost.operator()).isEqualTo(Operator.ABOUT);
        assertThat(cost.unit()).isEqualTo(Unit.EUR_A);
        assertThat(cost.statement().targetYear()).isEqualTo(2030);
        assertThat(cost.statement().source()).isEqualTo("Haushalt");
        assertThat(cost.statement().asOf()).isEqualTo(LocalDate.of(2024, 10, 1));
        assertThat(cost.statement().text()).isEqualTo("ca. 25.000 € pro Jahr");
    }

    @Test
    void a_row_says_how_far_its_measure_is_and_what_was_done() {
        ImportPlan.Row row = plan(Map.of(
                "Stand", "WORKSHOPS",
                "Bisherige Schritte", "15.01.2024 Stakeholder analysieren; 2024-02-01: confirm-workshop"));
        assertThat(row.next().begin().state()).isEqualTo(MeasureState.WORKSHOPS);
        assertThat(row.next().begin().steps())
                .containsExactly(
                        new PastSteps.Step("analyse-stakeholders", LocalDate.of(2024, 1, 15)),
                        new PastSteps.Step("confirm-workshop", LocalDate.of(2024, 2, 1)));
    }

    @Test
    void a_finance_plan_is_read_year_by_year_and_written_as_it_is_read() {
        ImportPlan.Row row =
                plan(Map.of("Finanzplan", "2025: 10.000 € | Klima | 4711; 2026: -12.000,50\nspäter: 15.000 €"));
        List<PlanRow> plan = row.next().record().finance().plan();
        assertThat(plan)
                .containsExactly(
                        new PlanRow(false, 2025, new BigDecimal("10000"), "Klima", "4711"),
                        new PlanRow(false, 2026, new BigDecimal("-12000.50"), null, null),
                        new PlanRow(true, null, new BigDecimal("15000"), null, null));
        assertThat(PlanCells.read(PlanCells.cell(plan))).contains(plan);
        assertThat(PlanCells.cell(List.of(new PlanRow(false, 2025, BigDecimal.ONE, "a|b;c", null))))
                .as("what no cell can say is left out instead of being changed")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stand              | PROPOSED                          | imports.state.unknown
            Stand              | fast fertig                       | imports.word.unknown
            Bisherige Schritte | Stakeholder analysieren           | imports.step.unknown
            Bisherige Schritte | 31.02.2024 Stakeholder analysieren | imports.step.unknown
            Bisherige Schritte | 15.01.2024 Kaffee gekocht         | imports.step.unknown
            Bisherige Schritte | 27.03.2024 Stakeholder analysieren | imports.step.later
            Finanzplan         | 10.000 €                          | imports.plan.unreadable
            Finanzplan         | 2025: 10.000,123 €                | imports.plan.unreadable
            Finanzplan         | 1925: 10.000 €                    | imports.plan.unreadable
            Finanzplan         | 2025: 1 €; irgendwann: 2 €        | imports.plan.unreadable
            Finanzplan         | '2025: 1 €|a|b|c'                 | imports.plan.unreadable
            """)
    void a_state_or_step_that_cannot_be_refuses_the_row(String column, String words, String reason) {
        ImportPlan.Row row = plan(Map.of(column, words));
        assertThat(row.fate()).isEqualTo(Fate.REFUSED);
        assertThat(row.fields())
                .filteredOn(field -> field.problem() != null)
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.problem().messageKey()).isEqualTo(reason);
                    assertThat(field.original()).isEqualTo(words);
                });
    }

    @Test
    void the_same_row_again_is_left_alone_and_a_changed_field_is_updated_alone() {
        desk.carryOut(desk.plan(desk.row(full())));
        assertThat(plan(Map.of()).fate()).isEqualTo(Fate.LEFT);

        ImportPlan.Row changed = plan(Map.of("Titel", "Neuer Titel", "Kosten", "30.000 €"));
        assertThat(changed.fate()).isEqualTo(Fate.UPDATED);
        assertThat(changed.fields().stream().filter(field -> field.fate() != Fate.LEFT))
                .extracting(ImportPlan.Field::path)
                .containsExactlyInAnyOrder("outline.title", "cost");
        assertThat(changed.next().record().outline().description()).isEqualTo("Wir bauen.");
    }

    @Test
    void an_empty_cell_says_nothing() {
        desk.carryOut(desk.plan(desk.row(with(Map.of("Kurztitel", "Kurz")))));
        assertThat(plan(Map.of("Kurztitel", "")).fate()).isEqualTo(Fate.LEFT);
    }

    @Test
    void a_measure_keeps_its_lead_and_its_state_whatever_a_table_says() {
        desk.carryOut(desk.plan(desk.row(full())));
        ImportPlan.Row row = plan(Map.of("Federführende Organisationseinheit", "Bauamt"));
        assertThat(row.fate()).isEqualTo(Fate.LEFT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nummer|abc|imports.number.shape|number",
                "Handlungsfeld|Raumfahrt|imports.word.unknown|outline.fieldOfAction",
                "Art der Maßnahme|Zauberei|imports.word.unknown|outline.type",
                "Beginn|31.02.2024|imports.day.unreadable|schedule.begin",
                "Ende|01.01.2020|measure.schedule.endBeforeBegin|schedule.end",
                "Umsetzung geplant bis|bald|measure.schedule.plannedUnreadable|schedule.plannedUntil",
                "Kommune|Nachbarstadt|imports.row.otherMunicipality|Kommune",
                "Titel|=1+1|imports.cell.formula|outline.title",
                "Kosten: Zieljahr|bald|imports.value.alone|cost",
                "Mitwirkende Organisationseinheiten|Stabsstelle Klima|measure.responsibility.leadContributes|responsibility.contributing",
                "Kennung in anderen Systemen|../../etc/passwd|imports.id.characters|outline.externalId",
                "Titel|''|imports.field.missing|outline.title"
            })
    void a_row_that_cannot_be_taken_names_field_and_reason_and_the_original(
            String heading, String text, String why, String path) {
        ImportPlan.Row row = plan(Map.of(heading, text));
        assertThat(row.fate()).isEqualTo(Fate.REFUSED);
        assertThat(row.next()).isNull();
        assertThat(row.fields().stream().filter(field -> field.fate() == Fate.REFUSED))
                .anySatisfy(field -> {
                    assertThat(field.path()).isEqualTo(path);
                    assertThat(field.problem().messageKey()).isEqualTo(why);
                    assertThat(field.original()).isIn(text, null);
                });
        assertThat(row.fields()).noneMatch(field -> field.fate() == Fate.CREATED || field.fate() == Fate.UPDATED);
    }

    @Test
    void a_title_that_is_too_long_is_refused_instead_of_cut() {
        assertThat(plan(Map.of("Titel", "x".repeat(251))).fate()).isEqualTo(Fate.REFUSED);
    }

    @Test
    void a_row_without_number_and_id_is_refused() {
        assertThat(plan(Map.of("Nummer", "")).fate()).isEqualTo(Fate.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nummer", "Kennung in anderen Systemen"})
    void rows_that_mean_the_same_measure_are_both_refused(String key) {
        String head =
                key + ";Titel;Was ist im Einzelnen geplant?;Handlungsfeld;Verantwortliche Stelle, wie veröffentlicht\n";
        String line = "BS-07;A;B;Bauen und Sanieren;Stadt\n";
        ImportPlan plan = desk.plan(desk.file("t.csv", head + line + line, StandardCharsets.UTF_8));
        assertThat(plan.rows()).extracting(ImportPlan.Row::fate).containsOnly(Fate.REFUSED);
    }

    @Test
    void the_contract_can_be_a_table_too() {
        String table = "id,category,Action name,Action description,Total costs and costs by CO2e unit,"
                + "Responsible bodies/person for implementation\r\n"
                + "bauen1,Bauen und Sanieren,Quartier,Wir bauen.,> 30.000 Euro,Stadt\r\n";
        ImportPlan.Row row = desk.plan(desk.file("vertrag.csv", table, Encoding.MAC_ROMAN.charset()))
                .rows()
                .get(0);
        assertThat(row.fate()).isEqualTo(Fate.CREATED);
        assertThat(((Value) row.next().record().effects().cost()).operator()).isEqualTo(Operator.GREATER);
    }

    private ImportPlan.Row plan(Map<String, String> changes) {
        return desk.plan(desk.row(with(changes))).rows().get(0);
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> row = full();
        row.putAll(changes);
        return row;
    }

    private static Map<String, String> full() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Nummer", "BS-07");
        row.put("Titel", "Quartier");
        row.put("Worum geht es?", "Ein Quartier.");
        row.put("Was ist im Einzelnen geplant?", "Wir bauen.");
        row.put("Handlungsfeld", "Bauen und Sanieren");
        row.put("Art der Maßnahme", "Infrastruktur");
        row.put("Verantwortliche Stelle, wie veröffentlicht", "Stadt");
        row.put("Beginn", "01.07.2023");
        return row;
    }
}
