package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in cells of spreadsheets. */
class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-3", "@SUM(A1)", "\tx", "\rx", "\nx", "'quoted"})
    void whatBeginsLikeAFormulaIsMarkedAndReadBackAsItWas(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.plain(FormulaGuard.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wirtschaft", "100 %", "a=b", "€"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
        assertThat(FormulaGuard.plain(text)).isEqualTo(text);
    }

    @Test
    void anApostropheThatWeDidNotPutThereIsLeft() {
        assertThat(FormulaGuard.plain("'t Hoogt")).isEqualTo("'t Hoogt");
        assertThat(FormulaGuard.plain("'")).isEqualTo("'");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(FormulaGuard.guarded(null)).isNull();
        assertThat(FormulaGuard.plain(null)).isNull();
    }
}
