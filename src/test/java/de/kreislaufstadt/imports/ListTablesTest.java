package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.measure.DecisionResult;
import de.kreislaufstadt.measure.FundingStatus;
import de.kreislaufstadt.measure.IndicatorKind;
import de.kreislaufstadt.measure.MeasureRecord.Funding;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.Phase;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables with several rows for one measure: indicators, finance plan, funding, decisions, status reports and sources. */
class ListTablesTest {

    private static final String MEASURE = """
            Nummer;Kennung in anderen Systemen;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;Verantwortliche Stelle, wie veröffentlicht;\
            Weitere Beteiligte;Kosten;Mitmachen;Mitmachen: Internetadresse;Stand
            BS-07;q1;Quartier;Wir bauen.;Bauen und Sanieren;Stadt;Verein;862139,70123 €;"Werkstatt

            für alle";https://beispiel.de/mitmachen;Umsetzung
            """;
    private static final String INDICATORS = """
            Nummer;Indikator;Art;Einheit;Ausgangswert;Zielwert;Ziel in Worten;Zieljahr;Tag des Werts;Wert;Befund in Worten;Quelle
            BS-07;Sanierte Häuser;Messbar;Häuser;0;1.200,5;;2030;01.10.2024;12;;Amt
            BS-07;Zufriedenheit;Qualitativ;;;;alle zufrieden;;01.10.2024;;=gut;
            BS-07;Sanierte Häuser;;;;;;;2025-10-01;-3,25;;
            BS-07;Noch ohne Werte;;%;;;;;;;;
            """;
    private static final String PLAN = """
            Kommune;Nummer;Jahr (oder „später“);Betrag in Euro;Produktgruppe;Zeile im Haushaltsplan
            musterstadt;BS-07;2025;10.000;Klima;4711
            musterstadt;BS-07;später;-1.234,50;;
            """;
    private static final String FUNDING = """
            Kennung in anderen Systemen;Förderprogramm;Fördergeber;Betrag in Euro;Stand der Förderung
            q1;Städtebau;Land;5.000;bewilligt
            q1;Klima;;;beantragt
            """;
    private static final String DECISIONS = """
            Nummer;Gremium;Tag des Beschlusses;Ergebnis;Phasen;Auflagen;Begründung;Zurückgestellt bis;Vorlagennummer
            BS-07;Rat;20.03.2024;Zugestimmt;;Bericht;;;V/0001/2024
            BS-07;Ausschuss;01.02.2024;Zurückgestellt;;;Es fehlen Zahlen.;01.03.2024;
            """;
    private static final String REPORTS = """
            Nummer;Sachstand vom;Sachstand;Planung für das kommende Jahr;Bewertung
            BS-07;01.03.2024;"- Es geht

            voran";Weiter;Im Plan
            """;
    private static final String SOURCES = """
            Nummer;Dokument;Fundstelle;Stand des Dokuments;Internetadresse
            BS-07;Haushaltsplan;S. 12;01.01.2024;https://beispiel.de/plan
            BS-07;Satzung;;;
            """;

    @TempDir
    private Path folder;

    private ImportingCity desk;

    @BeforeEach
    void a_city_has_tables_beside_that_of_its_measures() {
        desk = new ImportingCity(folder);
    }

    @Test
    void what_they_say_of_a_measure_becomes_its_record() {
        ImportPlan.Row row = desk.plan(all()).rows().get(0);
        assertThat(row.fate()).as("%s", row.fields()).isEqualTo(Fate.CREATED);
        var record = row.next().record();
        assertThat(record.indicators())
                .containsExactly(
                        new Indicator(
                                "Sanierte Häuser",
                                IndicatorKind.MEASURABLE,
                                "Häuser",
                                BigDecimal.ZERO,
                                new BigDecimal("1200.5"),
                                null,
                                2030,
                                List.of(
                                        value(2024, "12", null, "Amt"),
                                        value(2025, "-3.25", null, "Klimastadtvertrag"))),
                        new Indicator(
                                "Zufriedenheit",
                                IndicatorKind.QUALITATIVE,
                                null,
                                null,
                                null,
                                "alle zufrieden",
                                null,
                                List.of(value(2024, null, "=gut", "Klimastadtvertrag"))),
                        new Indicator("Noch ohne Werte", IndicatorKind.MEASURABLE, "%", null, null, null, null, null));
        assertThat(record.finance().plan())
                .containsExactly(
                        new PlanRow(false, 2025, new BigDecimal("10000"), "Klima", "4711"),
                        new PlanRow(true, null, new BigDecimal("-1234.5"), null, null));
        assertThat(record.finance().funding())
                .containsExactly(
                        new Funding("Städtebau", "Land", new BigDecimal("5000"), FundingStatus.GRANTED),
                        new Funding("Klima", null, null, FundingStatus.APPLIED));
        assertThat(record.sources())
                .containsExactly(
                        new Source("Haushaltsplan", "S. 12", LocalDate.of(2024, 1, 1), "https://beispiel.de/plan"),
                        new Source("Satzung", null, ImportingCity.AS_OF, null));
        assertThat(row.next().participation().text()).isEqualTo("Werkstatt\n\nfür alle");
        assertThat(row.next().participation().url()).isEqualTo("https://beispiel.de/mitmachen");
    }

    @Test
    void decisions_and_reports_are_its_past() {
        ImportPlan.Next next = desk.plan(all()).rows().get(0).next();
        assertThat(next.begin().decisions())
                .extracting(decision -> decision.body() + " " + decision.result())
                .containsExactly("Ausschuss " + DecisionResult.DEFER, "Rat " + DecisionResult.APPROVE);
        assertThat(next.begin().decisions().get(1).phases()).containsExactly(Phase.IMPLEMENTATION);
        assertThat(next.reports()).singleElement().satisfies(report -> {
            assertThat(report.text()).isEqualTo("- Es geht\n\nvoran");
            assertThat(report.planNextYear()).isEqualTo("Weiter");
            assertThat(report.assessment()).isEqualTo(Assessment.ON_PLAN);
        });
        assertThat(next.begin().steps()).containsExactly(new PastSteps.Step("report-status", LocalDate.of(2024, 3, 1)));
    }

    @Test
    void every_cell_of_every_table_has_its_account() {
        List<SourceFile> files = all();
        long given = desk.records(files).stream()
                .mapToLong(record -> record.fields().size())
                .sum();
        assertThat(desk.plan(files).rows().get(0).accounts()).hasSize((int) given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void all_tables_that_are_written_and_read_again_change_nothing(String language) throws IOException {
        desk.carryOut(desk.plan(all()));
        ReadersLanguage.in(Locale.forLanguageTag(language), () -> {
            assertLeft(desk.plan(desk.file("alles.xlsx", written(null, desk.known()))));
            List<SourceFile> texts = new ArrayList<>();
            TableWriter.PARTS.forEach(part -> texts.add(desk.file(part + ".csv", written(part, desk.known()))));
            assertLeft(desk.plan(texts));
            return null;
        });
    }

    @Test
    void rows_of_a_measure_that_is_there_need_no_row_of_the_measure_itself() {
        desk.carryOut(desk.plan(all()));
        ImportPlan.Row row = plan("Nummer;Dokument\nBS-07;Neu\n");
        assertThat(row.fate()).isEqualTo(Fate.UPDATED);
        assertThat(row.next().record().sources())
                .extracting(Source::document)
                .containsExactly("Haushaltsplan", "Satzung", "Neu");
        assertThat(row.next().record().finance().plan()).hasSize(2);

        ImportPlan.Row unknown = plan("Nummer;Dokument\nBS-99;Neu\n");
        assertThat(unknown.fate()).isEqualTo(Fate.REFUSED);
        assertThat(problems(unknown)).containsExactly("outline.externalId imports.id.noMeasure");
    }

    @Test
    void what_steps_of_the_process_decide_is_left_alone_and_said() {
        desk.carryOut(desk.plan(all()));
        ImportPlan.Row row = plan("Nummer;Gremium;Tag des Beschlusses;Ergebnis\nBS-07;Rat;21.03.2024;Zugestimmt\n");
        assertThat(row.fate()).isEqualTo(Fate.LEFT);
        assertThat(row.fields())
                .filteredOn(field -> field.target() == Target.DECISIONS)
                .singleElement()
                .satisfies(field -> assertThat(field.findings())
                        .extracting(Finding::kind)
                        .containsExactly(Finding.Kind.STATE_FOR_TAKE_OVER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nummer;Indikator;Wert\\nBS-07;A;12                                | indicators[2].day form.required
            Nummer;Indikator;Wert;Tag des Werts\\nBS-07;A;12.5;01.01.2024      | indicators[2].value imports.list.noNumber
            Nummer;Indikator;Tag des Werts\\nBS-07;A;01.01.2024                | indicators[2].value measure.indicator.valueMissing
            Nummer;Indikator;Einheit\\nBS-07;A;t\\nBS-07;A;kg                  | indicators[3].unit imports.indicator.differs
            Nummer;Indikator;Art;Zielwert\\nBS-07;A;Qualitativ;3              | indicators[2].kind imports.indicator.words
            Nummer;Jahr (oder „später“);Betrag in Euro\\nBS-07;1999;5          | finance.plan[2].year imports.year.unreadable
            Nummer;Jahr (oder „später“);Betrag in Euro\\nBS-07;2025;5,123      | finance.plan[2].amount imports.list.noAmount
            Nummer;Förderprogramm;Stand der Förderung\\nBS-07;A;vielleicht    | finance.funding[2].status imports.word.unknown
            Nummer;Förderprogramm;Betrag in Euro;Stand der Förderung\\nBS-07;A;-5;bewilligt | finance.funding[2].amount imports.list.noAmount
            Nummer;Gremium;Tag des Beschlusses;Ergebnis\\nBS-07;Rat;27.03.2024;Zugestimmt  | decisions[2].decidedOn imports.step.later
            Nummer;Gremium;Tag des Beschlusses;Ergebnis\\nBS-07;Rat;01.03.2024;Abgelehnt   | decisions[2].reason form.required
            Nummer;Sachstand vom;Sachstand\\nBS-07;gestern;A                  | statusReports[2].asOf imports.day.unreadable
            Nummer;Dokument;Internetadresse\\nBS-07;A;javascript:alert(1)     | sources[2].url imports.list.noAddress
            Nummer;Dokument\\nBS-07;=1+1                                      | Dokument imports.cell.formula
            Kommune;Nummer;Dokument\\nNachbarstadt;BS-07;A                    | Kommune imports.row.otherMunicipality
            """)
    void a_cell_that_cannot_be_taken_refuses_the_measure_and_names_its_place(String table, String problem) {
        desk.carryOut(desk.plan(all()));
        ImportPlan.Row row = plan(table.replace("\\n", "\n") + "\n");
        assertThat(row.fate()).isEqualTo(Fate.REFUSED);
        assertThat(problems(row)).containsExactly(problem);
    }

    @Test
    void a_place_is_named_in_the_language_of_who_reads_it() {
        assertThat(Places.label("indicators[5].day")).isEqualTo("Indikatoren, Zeile 5: Tag des Werts");
        assertThat(ReadersLanguage.in(Locale.ENGLISH, () -> Places.label("indicators[5].day")))
                .isEqualTo("Indicators, row 5: Day of the value");
    }

    @Test
    void the_open_data_write_numbers_with_a_point_and_our_own_tables_with_a_comma() {
        desk.carryOut(desk.plan(all()));
        assertThat(
                        plan("municipality,number,position,year,amount,product_group,line\nmusterstadt,BS-07,1,2025,862.13,,\n")
                                .next()
                                .record()
                                .finance()
                                .plan())
                .extracting(PlanRow::amount)
                .containsExactly(new BigDecimal("862.13"));
        assertThat(plan("Nummer;Betrag in Euro\nBS-07;862.130\n")
                        .next()
                        .record()
                        .finance()
                        .plan())
                .extracting(PlanRow::amount)
                .containsExactly(new BigDecimal("862130"));
    }

    @Test
    void a_sheet_of_notes_is_passed_over_and_a_mistyped_column_of_a_table_is_not() throws IOException {
        desk.carryOut(desk.plan(all()));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            row(workbook.createSheet("Quellen"), "Nummer", "Dokument").createCell(2);
            row(workbook.getSheetAt(0), "BS-07", "Neu");
            row(workbook.createSheet("Notizen"), "nur für uns", "", "ohne Überschrift");
            assertThat(desk.plan(desk.file("a.xlsx", bytes(workbook))).rows()).hasSize(1);

            row(workbook.createSheet("Plan"), "Nummer", "Betrag in Euro", "Produktgrupe");
            assertThat(catchThrowable(() -> desk.plan(desk.file("b.xlsx", bytes(workbook)))))
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refused -> assertThat(refused.problems().get(0).messageKey())
                                    .isEqualTo("imports.column.mistyped"));
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Row row(XSSFSheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private List<SourceFile> all() {
        List<SourceFile> files = new ArrayList<>();
        for (String table : List.of(INDICATORS, PLAN, MEASURE, FUNDING, DECISIONS, REPORTS, SOURCES)) {
            // An apostrophe says that it is a text.
            files.add(desk.file(files.size() + ".csv", table.replace(";=gut", ";'=gut"), StandardCharsets.UTF_8));
        }
        return files;
    }

    private ImportPlan.Row plan(String table) {
        List<ImportPlan.Row> rows =
                desk.plan(desk.file("t.csv", table, StandardCharsets.UTF_8)).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static byte[] written(Part part, List<Known> measures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = new TableWriter(ImportingCity.CITY);
        try {
            if (part == null) {
                writer.workbook(measures, out);
            } else {
                writer.csv(part, measures, out);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void assertLeft(ImportPlan plan) {
        assertThat(plan.rows()).singleElement().satisfies(row -> {
            assertThat(problems(row)).isEmpty();
            assertThat(row.fields())
                    .allSatisfy(field -> assertThat(field.fate())
                            .as(field.path() + ": " + field.before() + " -> " + field.after())
                            .isEqualTo(Fate.LEFT));
            assertThat(row.fields())
                    .extracting(ImportPlan.Field::target)
                    .contains(
                            Target.INDICATORS,
                            Target.PLAN,
                            Target.FUNDING,
                            Target.DECISIONS,
                            Target.STATUS_REPORTS,
                            Target.SOURCES,
                            Target.PARTICIPATION_TEXT,
                            Target.PARTICIPATION_URL);
            assertThat(row.findings()).isEmpty();
            assertThat(row.fate()).isEqualTo(Fate.LEFT);
        });
    }

    private static List<String> problems(ImportPlan.Row row) {
        return row.fields().stream()
                .filter(field -> field.problem() != null)
                .map(field -> field.path() + " " + field.problem().messageKey())
                .toList();
    }

    private static IndicatorValue value(int year, String number, String finding, String source) {
        return new IndicatorValue(
                LocalDate.of(year, 10, 1), number == null ? null : new BigDecimal(number), finding, source);
    }
}
