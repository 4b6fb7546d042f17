package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.measure.ReportedSum.Part;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedSumTest {

    private static final Statement STATEMENT = Statement.of("Haushalt", LocalDate.of(2024, 10, 1));

    @Test
    void adds_only_numbers_of_the_same_unit() {
        ReportedSum sum = ReportedSum.of(
                Unit.EUR,
                List.of(
                        part("10000", Unit.EUR),
                        part("0", Unit.EUR),
                        part("500", Unit.EUR_A),
                        new Part(new Range(BigDecimal.ONE, BigDecimal.TEN, Unit.EUR, STATEMENT), null),
                        new Part(new NoNumber(Status.NOT_STATED, STATEMENT), null)));
        assertThat(sum).isEqualTo(new ReportedSum(new BigDecimal("10000"), Unit.EUR, 2, 5));
    }

    @Test
    void counts_a_shared_cost_once() {
        Part shared = new Part(value("149100000", Unit.EUR), "Busflotte");
        ReportedSum sum = ReportedSum.of(Unit.EUR, Collections.nCopies(5, shared));
        assertThat(sum).isEqualTo(new ReportedSum(new BigDecimal("149100000"), Unit.EUR, 5, 5));
    }

    @Test
    void a_unit_per_year_is_another_unit() {
        assertThat(Unit.EUR_A.perYear()).isTrue();
        assertThat(Unit.EUR.perYear()).isFalse();
        assertThat(ReportedSum.of(Unit.T_CO2, List.of(part("7", Unit.T_CO2_A))).stated())
                .isZero();
    }

    private static Part part(String number, Unit unit) {
        return new Part(value(number, unit), null);
    }

    private static Value value(String number, Unit unit) {
        return new Value(new BigDecimal(number), Operator.EQUAL, unit, STATEMENT);
    }
}
