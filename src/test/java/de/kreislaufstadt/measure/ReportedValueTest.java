package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.measure.ReportedValue.Elsewhere;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportedValueTest {

    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 26);
    private static final Statement STATEMENT = Statement.of("Klimastadtvertrag", AS_OF);

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VALUE", "RANGE", "SEE_REFERENCE"})
    void keeps_every_reason_for_a_missing_number_apart(Status status) {
        ReportedValue reported =
                form(status, null, null, null, null, null, null).toReportedValue("cost");
        assertThat(reported).isEqualTo(new NoNumber(status, STATEMENT));
        assertThat(problemsOf(form(status, "0", null, null, null, null, null))).containsExactly("cost.value");
        assertThat(problemsOf(form(status, null, "1", "2", null, null, null))).containsExactly("cost.from", "cost.to");
        assertThat(problemsOf(form(status, null, null, null, Operator.ABOUT, Unit.EUR, null)))
                .containsExactly("cost.operator", "cost.unit");
    }

    @Test
    void zero_is_a_value() {
        ReportedValue reported = form(Status.VALUE, "0", null, null, Operator.EQUAL, Unit.EUR, null)
                .toReportedValue("cost");
        assertThat(reported).isEqualTo(new Value(BigDecimal.ZERO, Operator.EQUAL, Unit.EUR, STATEMENT));
        assertThat(ReportedValueText.of(reported)).isEqualTo("0,00 €");
    }

    @Test
    void a_value_is_exact_unless_said_otherwise() {
        ReportedValue reported =
                form(Status.VALUE, "10.50", null, null, null, Unit.EUR, null).toReportedValue("cost");
        assertThat(reported).isEqualTo(new Value(new BigDecimal("10.5"), Operator.EQUAL, Unit.EUR, STATEMENT));
    }

    @Test
    void a_value_needs_a_number_and_a_unit() {
        assertThat(problemsOf(form(Status.VALUE, null, null, null, Operator.EQUAL, null, null)))
                .containsExactly("cost.value", "cost.unit");
        assertThat(problemsOf(form(Status.VALUE, "1", "1", "2", null, Unit.EUR, null)))
                .containsExactly("cost.from", "cost.to");
    }

    @Test
    void a_range_has_both_ends_in_order() {
        assertThat(form(Status.RANGE, null, "10", "10", null, Unit.T_CO2_A, null)
                        .toReportedValue("co2"))
                .isEqualTo(new Range(BigDecimal.TEN, BigDecimal.TEN, Unit.T_CO2_A, STATEMENT));
        assertThat(problemsOf(form(Status.RANGE, null, "20", "10", null, Unit.EUR, null)))
                .containsExactly("cost.to");
        assertThat(problemsOf(form(Status.RANGE, null, null, null, null, null, null)))
                .containsExactly("cost.from", "cost.to", "cost.unit");
        assertThat(problemsOf(form(Status.RANGE, "15", "10", "20", Operator.ABOUT, Unit.EUR, null)))
                .containsExactly("cost.value", "cost.operator");
        assertThatThrownBy(() -> new Range(BigDecimal.TEN, BigDecimal.ONE, Unit.EUR, STATEMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pointer_says_where() {
        assertThat(form(Status.SEE_REFERENCE, null, null, null, null, null, "Anlage 2")
                        .toReportedValue("cost"))
                .isInstanceOf(Elsewhere.class)
                .extracting(ReportedValueText::of)
                .isEqualTo("Siehe Anlage 2");
        assertThat(problemsOf(form(Status.SEE_REFERENCE, null, null, null, null, null, " ")))
                .containsExactly("cost.reference");
        assertThatThrownBy(() -> new Elsewhere(STATEMENT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_statement_has_a_source_and_a_date() {
        ReportedValueForm fields = new ReportedValueForm(
                Status.NONE, null, null, null, null, null, 2030, 2020, null, null, null, " ", null);
        assertThat(problemsOf(fields)).containsExactly("cost.source", "cost.asOf", "cost.targetYear");
    }

    @Test
    void the_status_of_a_shape_cannot_be_claimed_without_its_number() {
        assertThatThrownBy(() -> new NoNumber(Status.VALUE, STATEMENT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fields_and_shapes_translate_into_each_other() {
        Statement around = new Statement(1990, 2030, true, "rund", "S. 4", "Klimastadtvertrag", AS_OF);
        for (ReportedValue reported : new ReportedValue[] {
            new Value(new BigDecimal("862139.7"), Operator.ABOUT, Unit.EUR, around),
            new Range(BigDecimal.ONE, BigDecimal.TEN, Unit.GWH_A, around),
            new Elsewhere(around),
            new NoNumber(Status.NOT_STATED, around)
        }) {
            assertThat(ReportedValueForm.from(reported).toReportedValue("cost")).isEqualTo(reported);
        }
    }

    @Test
    void reads_as_german_words_and_numbers() {
        Statement until = new Statement(1990, 2030, true, "je nach Förderung", null, "Klimastadtvertrag", AS_OF);
        assertThat(ReportedValueText.of(new Value(new BigDecimal("862139.70"), Operator.ABOUT, Unit.EUR, STATEMENT)))
                .isEqualTo("ca. 862.139,70 €");
        assertThat(ReportedValueText.full(new Range(BigDecimal.TEN, new BigDecimal("1200.5"), Unit.T_CO2_A, until)))
                .isEqualTo("10 bis 1.200,5 t CO2/a (gegenüber 1990, bis 2030, über alle Jahre) – je nach Förderung"
                        + " · Quelle: Klimastadtvertrag, Stand %s"
                                .formatted(AS_OF.format(DateTimeFormatter.ofPattern("dd.MM.uuuu"))));
        assertThat(ReportedValueText.of(new NoNumber(Status.NOT_RELEVANT, STATEMENT)))
                .isEqualTo("Nicht zutreffend");
        assertThat(ReportedValueText.of(new NoNumber(Status.NOT_STATED, STATEMENT)))
                .isEqualTo("Keine Angabe");
        assertThat(ReportedValueText.of(new NoNumber(Status.NONE, STATEMENT))).isEqualTo("Keine");
    }

    private static ReportedValueForm form(
            Status status, String value, String from, String to, Operator operator, Unit unit, String reference) {
        return new ReportedValueForm(
                status,
                number(value),
                number(from),
                number(to),
                operator,
                unit,
                null,
                null,
                null,
                null,
                reference,
                "Klimastadtvertrag",
                AS_OF);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<String> problemsOf(ReportedValueForm fields) {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> fields.toReportedValue("cost"));
        return refused.problems().stream().map(FieldProblem::field).toList();
    }
}
