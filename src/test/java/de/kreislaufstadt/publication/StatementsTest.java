package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.measure.WholeRecords.SaidThen;
import de.kreislaufstadt.released.Stated;
import de.kreislaufstadt.released.StatedValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two documents say different things about the same measure, and both are right to be heard. */
class StatementsTest {

    private static final LocalDate SPRING = LocalDate.of(2024, 3, 26);
    private static final LocalDate AUTUMN = LocalDate.of(2024, 10, 30);
    private static final String CONTRACT = "Klimastadtvertrag";
    private static final String PAPER = "Vorlage V/0573/2024";

    @Test
    void theNewestWordCountsAndTheOtherDocumentStandsBesideItWithItsDate() {
        Statements said = new Statements(List.of(
                said(1, CONTRACT, SPRING, true, "Stadtverwaltung", notStated(CONTRACT, SPRING)),
                said(2, PAPER, AUTUMN, true, "Wirtschaftsförderung", euros("10000", PAPER, AUTUMN))));

        Stated<String> body = said.text(record -> record.responsibility().responsibleBody());
        assertThat(body.value()).isEqualTo("Wirtschaftsförderung");
        assertThat(body.source().document()).isEqualTo(PAPER);
        assertThat(body.others()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo("Stadtverwaltung");
            assertThat(other.source().asOf()).isEqualTo(SPRING);
        });
        Stated<StatedValue> cost = said.value(record -> record.effects().cost());
        assertThat(cost.value().number()).isEqualByComparingTo("10000");
        assertThat(cost.others())
                .singleElement()
                .satisfies(other -> assertThat(other.value())
                        .extracting(StatedValue::status, StatedValue::number)
                        .containsExactly("NOT_STATED", null));
        assertThat(said.contract().responsibility().responsibleBody()).isEqualTo("Stadtverwaltung");
    }

    @Test
    void documentsThatSayTheSameDoNotContradictEachOtherWhoeverTheyQuote() {
        Statements said = new Statements(List.of(
                said(1, CONTRACT, SPRING, true, "Stadtverwaltung  Münster", notStated(CONTRACT, SPRING)),
                said(2, PAPER, AUTUMN, true, "stadtverwaltung Münster", notStated(PAPER, AUTUMN))));

        assertThat(said.text(record -> record.responsibility().responsibleBody())
                        .others())
                .isEmpty();
        assertThat(said.value(record -> record.effects().cost()).others()).isEmpty();
    }

    @Test
    void zeroAndNothingStatedAreDifferentWords() {
        Statements said = new Statements(List.of(
                said(1, CONTRACT, SPRING, true, "Stadt", notStated(CONTRACT, SPRING)),
                said(2, PAPER, AUTUMN, true, "Stadt", euros("0", PAPER, AUTUMN))));

        assertThat(said.value(record -> record.effects().cost()).others()).hasSize(1);
    }

    @Test
    void aLaterWordOfTheSameDocumentTakesTheEarlierOneBack() {
        Statements said = new Statements(List.of(
                said(1, CONTRACT, SPRING, true, "Stadtverwaltung", notStated(CONTRACT, SPRING)),
                said(2, PAPER, AUTUMN, true, "Wirtschaftsförderung", notStated(PAPER, AUTUMN)),
                said(3, " klimastadtvertrag ", AUTUMN, true, "Wirtschaftsförderung", notStated(CONTRACT, AUTUMN))));

        assertThat(said.text(record -> record.responsibility().responsibleBody())
                        .others())
                .isEmpty();
    }

    @Test
    void whatTheProductHasWrittenItselfIsNobodysWord() {
        Statements said = new Statements(List.of(
                said(1, CONTRACT, SPRING, true, "Stadtverwaltung", notStated(CONTRACT, SPRING)),
                said(2, "Wechsel der Federführung", AUTUMN, false, "Stadtverwaltung", notStated(CONTRACT, SPRING))));

        Stated<String> body = said.text(record -> record.responsibility().responsibleBody());
        assertThat(body.source().document()).isEqualTo(CONTRACT);
        assertThat(body.others()).isEmpty();
    }

    private static SaidThen said(
            int version, String document, LocalDate asOf, boolean own, String body, ReportedValue cost) {
        ReportedValue none = new NoNumber(Status.NOT_RELEVANT, Statement.of(document, asOf));
        MeasureRecord record = new MeasureRecord(
                new MeasureRecord.Outline(
                        "Kreislaufstadt",
                        null,
                        null,
                        "Kurz.",
                        "Lang.",
                        "ECONOMY_SCIENCE",
                        null,
                        MeasureType.NETWORK,
                        null,
                        null),
                null,
                new MeasureRecord.Responsibility(body, null, null, SpatialScope.CITY, null),
                new MeasureRecord.Schedule(LocalDate.of(2023, 7, 1), null, null),
                new MeasureRecord.Effects(none, none, none, cost),
                new MeasureRecord.Finance(BudgetRelation.NONE, null, null, null),
                null,
                null);
        return new SaidThen(version, record, new Source(document, null, asOf, null), own, Instant.EPOCH);
    }

    private static ReportedValue notStated(String source, LocalDate asOf) {
        return new NoNumber(Status.NOT_STATED, Statement.of(source, asOf));
    }

    private static ReportedValue euros(String amount, String source, LocalDate asOf) {
        return new Value(new BigDecimal(amount), Operator.EQUAL, Unit.EUR, Statement.of(source, asOf));
    }
}
