package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.measure.ReportedValue.Elsewhere;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import de.kreislaufstadt.measure.WrittenValue.Family;
import de.kreislaufstadt.measure.WrittenValue.Peculiarity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenValueTest {

    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 26);
    private static final Statement STATEMENT = Statement.of("Klimastadtvertrag", AS_OF);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ca. 25.000 € pro Jahr|ABOUT|25000|EUR_A",
                "> 30.000 Euro|GREATER|30000|EUR",
                "< 10.000 Euro|LESS|10000|EUR",
                "mindestens 1,5 Mio. € im Jahr|AT_LEAST|1500000|EUR_A",
                "bis zu 12.000 EUR p.a.|AT_MOST|12000|EUR_A",
                "jährlich rund 60.000 €|ABOUT|60000|EUR_A",
                "149,1 Millionen Euro|EQUAL|149100000|EUR",
                "350 T€|EQUAL|350000|EUR",
                "EUR 25.000|EQUAL|25000|EUR",
                "€ 25.000 je Jahr|EQUAL|25000|EUR_A",
                "500,- €|EQUAL|500|EUR",
                "862 139,70 €|EQUAL|862139.70|EUR",
                "120 €/t CO2|EQUAL|120|EUR_T_CO2",
                "0 €|EQUAL|0|EUR",
                "Kosten für die Stadt: ca. 25.000 € pro Jahr|ABOUT|25000|EUR_A",
                "25.000 Euro pro Jahr für Dienstleister, für Unternehmen kostenfrei|EQUAL|25000|EUR_A",
                "Summe 60.000 €; eine Person spart 2,4 Tonnen CO2|EQUAL|60000|EUR"
            })
    void takes_a_cost_that_leaves_no_choice(String text, Operator operator, BigDecimal number, Unit unit) {
        Value read = (Value) read(text, Family.COST).value();
        assertThat(read.operator()).isEqualTo(operator);
        assertThat(read.number()).isEqualByComparingTo(number);
        assertThat(read.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CO2|Bislang: 20.108 Tonnen CO2|20108|T_CO2",
                "CO2|1.200 t CO2e pro Jahr|1200|T_CO2_A",
                "CO2|500 kg CO₂-Äquivalente/a|500|KG_CO2E_A",
                "RENEWABLE_ENERGY|3,5 GWh/a|3.5|GWH_A",
                "RENEWABLE_ENERGY|12 MWh pro Jahr|12000|KWH_A",
                "REPLACED_ENERGY|4.000 Liter Heizöl|4000|L",
                "REPLACED_ENERGY|29 Prozent|29|PERCENT"
            })
    void takes_amounts_in_the_units_of_their_field(Family family, String text, BigDecimal number, Unit unit) {
        Value read = (Value) read(text, family).value();
        assertThat(read.number()).isEqualByComparingTo(number);
        assertThat(read.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COST|15.000–25.000 €/a|15000|25000|EUR_A",
                "COST|15.000 € bis 25.000 € pro Jahr|15000|25000|EUR_A",
                "COST|2 - 3 Mio. Euro|2000000|3000000|EUR",
                "CO2|13.000 bis 19.000 Tonnen CO2 pro Jahr|13000|19000|T_CO2_A"
            })
    void takes_ranges(Family family, String text, BigDecimal from, BigDecimal to, Unit unit) {
        WrittenValue.Reading reading = read(text, family);
        Range range = (Range) reading.value();
        assertThat(range.from()).isEqualByComparingTo(from);
        assertThat(range.to()).isEqualByComparingTo(to);
        assertThat(range.unit()).isEqualTo(unit);
        assertThat(reading.peculiarities()).containsExactly(Peculiarity.RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "Nicht zutreffend, NOT_RELEVANT",
        "trifft nicht zu, NOT_RELEVANT",
        "Nicht anwendbar, NOT_APPLICABLE",
        "Keine Angabe, NOT_STATED",
        "k. A., NOT_STATED",
        "nicht quantifizierbar, NOT_QUANTIFIABLE",
        "wird ermittelt, BEING_DETERMINED",
        "Keine, NONE",
        "–, NOT_STATED"
    })
    void keeps_the_reasons_for_a_missing_number_apart(String text, Status status) {
        WrittenValue.Reading reading = read(text, Family.COST);
        assertThat(reading.value()).isInstanceOf(NoNumber.class);
        assertThat(reading.value().status()).isEqualTo(status);
        assertThat(reading.understood()).isTrue();
    }

    @Test
    void a_pointer_keeps_where_it_points_to() {
        assertThat(read("Siehe Investmentplan", Family.COST).value())
                .isEqualTo(new Elsewhere(
                        new Statement(null, null, false, null, "Investmentplan", "Klimastadtvertrag", AS_OF)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.000 € 2025 ff.|FOLLOWING_YEARS",
                "10.000 €, ab 2026 ff. mehr|FOLLOWING_YEARS",
                "802.139,70 € und ein Eigenanteil von 60.000 €|SEVERAL_AMOUNTS",
                "862.13 €|NUMBER_UNCLEAR",
                "25,000 €|NUMBER_UNCLEAR",
                "15–25.000 €|NUMBER_UNCLEAR",
                "25.000–15.000 €|NUMBER_UNCLEAR",
                "25.000|UNIT_UNKNOWN",
                "Im Haushalt eingeplant|WORDS_ONLY",
                "25.000 Dollar|WORDS_ONLY"
            })
    void takes_no_number_where_there_is_a_choice(String text, Peculiarity why) {
        WrittenValue.Reading reading = read(text, Family.COST);
        assertThat(reading.peculiarities()).contains(why);
        assertThat(reading.understood()).isFalse();
        assertThat(reading.value().status()).isEqualTo(Status.SEE_REFERENCE);
        assertThat(reading.value().statement().text()).isEqualTo(text);
    }

    @Test
    void a_kilowatt_hour_without_a_year_has_no_unit_here() {
        WrittenValue.Reading reading = read("30,4 Millionen Kilowattstunden Energie", Family.REPLACED_ENERGY);
        assertThat(reading.peculiarities()).containsExactly(Peculiarity.UNIT_UNKNOWN);
        assertThat(reading.value().statement().text()).isEqualTo("30,4 Millionen Kilowattstunden Energie");
    }

    @Test
    void says_that_a_number_stands_beside_its_denial() {
        WrittenValue.Reading reading = read("ca. 60.000 € im Jahr. Keine Angabe", Family.COST);
        assertThat(((Value) reading.value()).number()).isEqualByComparingTo("60000");
        assertThat(reading.peculiarities()).containsExactlyInAnyOrder(Peculiarity.ABOUT, Peculiarity.NUMBER_AND_NONE);
    }

    @Test
    void two_reasons_are_not_decided_for_the_author() {
        WrittenValue.Reading reading = read("Keine Angabe/trifft nicht zu", Family.COST);
        assertThat(reading.value().status()).isEqualTo(Status.NOT_STATED);
        assertThat(reading.value().statement().text()).isEqualTo("Keine Angabe/trifft nicht zu");
        assertThat(reading.peculiarities()).containsExactly(Peculiarity.TWO_REASONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void nothing_written_is_nothing_stated(String text) {
        assertThat(read(text, Family.COST).value()).isEqualTo(new NoNumber(Status.NOT_STATED, STATEMENT));
    }

    @Test
    void a_text_of_many_pages_is_no_value() {
        WrittenValue.Reading reading = read("111 ".repeat(12_000) + "€", Family.COST);
        assertThat(reading.peculiarities()).containsExactly(Peculiarity.WORDS_ONLY);
    }

    @Test
    void zero_is_a_number() {
        assertThat(read("0,00 €", Family.COST).value())
                .isEqualTo(new Value(BigDecimal.ZERO, Operator.EQUAL, Unit.EUR, STATEMENT));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void reads_everything_that_the_product_writes(Family family) {
        for (ReportedValue value : all(family)) {
            String written = ReadersLanguage.in(Locale.GERMAN, () -> ReportedValueText.of(value));
            assertThat(read(written, family).value()).as(written).isEqualTo(value);
        }
    }

    private static List<ReportedValue> all(Family family) {
        List<ReportedValue> all = new ArrayList<>();
        Stream.of(Status.values())
                .filter(status -> status != Status.VALUE && status != Status.RANGE && status != Status.SEE_REFERENCE)
                .forEach(status -> all.add(new NoNumber(status, STATEMENT)));
        for (Unit unit : family.units()) {
            for (Operator operator : Operator.values()) {
                all.add(new Value(new BigDecimal("862139.7"), operator, unit, STATEMENT));
                all.add(new Value(new BigDecimal("7"), operator, unit, STATEMENT));
            }
            all.add(new Range(new BigDecimal("1500.25"), new BigDecimal("25000"), unit, STATEMENT));
        }
        return all;
    }

    private static WrittenValue.Reading read(String text, Family family) {
        return WrittenValue.read(text, family, "Klimastadtvertrag", AS_OF);
    }
}
