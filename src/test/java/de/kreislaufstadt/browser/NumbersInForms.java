package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, typed and pasted as people in a German office write them. */
abstract class NumbersInForms {

    private static final String PLAN = "Finanzplan";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            862.139,70  | 862.139,70
            1.000,00    | 1.000,00
            1000,5      | 1.000,50
            1.000.000   | 1.000.000,00
            -12         | -12,00
            1 250,25 €  | 1.250,25
            """)
    void areTypedAndPastedInGerman(String written, String shown, Workplace workplace) {
        OpenForm row = plan(workplace);
        Locator amount = row.field("Betrag");

        amount.pressSequentially(written);
        amount.press("Tab");
        assertThat(amount).hasValue(shown);
        assertThat(row.problemAt("Betrag")).isHidden();

        amount.fill("");
        amount.page().keyboard().insertText(written);
        amount.blur();
        assertThat(amount).hasValue(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000.00", "12.34", "1e5", "1.00.000", "zwölf"})
    void areRefusedAtTheFieldWhenTheyCouldMeanSomethingElse(String written, Workplace workplace) {
        OpenForm row = plan(workplace);
        Locator amount = row.field("Betrag");

        amount.pressSequentially(written);
        amount.press("Tab");

        assertThat(amount).hasValue(written);
        assertThat(row.problemAt("Betrag")).containsText("zum Beispiel 1.234,50.");
        assertThat(German.leftovers(row.problemAt("Betrag").innerText())).isEmpty();
        assertThat(amount).hasAttribute("aria-invalid", "true");
    }

    @Test
    void neverReachTheServerAsSomethingElse(Workplace workplace) {
        OpenForm form = workplace.tasklist("umwelt").fresh().proposesAMeasureFromNothing();
        OpenForm row = form.addsRow(PLAN);
        row.writes("Betrag", "1,000.00");

        form.starts();
        Locator refused = form.problems()
                .filter(new Locator.FilterOptions()
                        .setHasText(PLAN + " Eintrag 1, Betrag: Das ist keine eindeutige Zahl."));
        assertThat(refused).hasCount(1);
        Screenshots.take(row.field("Betrag").page(), "16-zahl-zurueckgewiesen");

        row.writes("Betrag", "1.000,555");
        form.starts();
        assertThat(form.problems().filter(new Locator.FilterOptions().setHasText("Höchstens 2 Nachkommastellen.")))
                .hasCount(1);
        row.writes("Betrag", "1.000,55");
        form.starts();
        assertThat(form.problems().first()).containsText("Titel: Bitte ausfüllen.");
        assertThat(form.problems().filter(new Locator.FilterOptions().setHasText("Betrag")))
                .hasCount(0);
    }

    private static OpenForm plan(Workplace workplace) {
        return workplace
                .tasklist("umwelt")
                .fresh()
                .proposesAMeasureFromNothing()
                .addsRow(PLAN);
    }
}
