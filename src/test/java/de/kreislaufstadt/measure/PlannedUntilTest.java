package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedUntilTest {

    @Test
    void is_a_day_or_a_month() {
        assertThat(PlannedUntil.parse("31.12.2027").lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(PlannedUntil.parse("2/2024").lastDay()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/2023", "12/2028", "1.2.2026", "31.12.2027"})
    void keeps_its_text_form(String text) {
        assertThat(PlannedUntil.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "13/2026", "0/2026", "2026", "Ende 2026", "2026-12-31"})
    void refuses_what_is_not_in_the_calendar(String text) {
        assertThatThrownBy(() -> PlannedUntil.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
