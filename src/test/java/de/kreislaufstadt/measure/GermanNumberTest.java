package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "862.139,70 € | 862139.70",
                "862.139 | 862139",
                "350000 | 350000",
                "0 | 0",
                "-1.234,5 EUR | -1234.5",
                "149,1 | 149.1"
            })
    void reads_what_german_documents_write(String text, BigDecimal number) {
        assertThat(GermanNumber.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"862.13", "1.2345", "12,", ",5", "1,000.00", "ca. 5", "5 ff.", "", "Keine Angabe"})
    void refuses_rather_than_guesses(String text) {
        assertThatThrownBy(() -> GermanNumber.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void writes_points_between_thousands_and_a_comma_before_decimals() {
        assertThat(GermanNumber.euros(new BigDecimal("862139.7"))).isEqualTo("862.139,70 €");
        assertThat(GermanNumber.format(new BigDecimal("1234567.125"))).isEqualTo("1.234.567,125");
        assertThat(GermanNumber.format(new BigDecimal("12"))).isEqualTo("12");
    }
}
