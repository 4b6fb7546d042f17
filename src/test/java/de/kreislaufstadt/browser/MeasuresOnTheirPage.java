package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page "Maßnahmen": where one's measures stand, also when no task is open. */
abstract class MeasuresOnTheirPage {

    @Test
    void showsWhereAMeasureStandsAndWhatHasBeenDone(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();

        MeasuresPage measures = workplace.tasklist("wfm").fresh().measures().searches(number);
        assertThat(measures.rows()).hasCount(1);
        assertThat(measures.rows().first()).containsText("Wiederverwendung von Bauteilen");
        assertThat(measures.rows().first()).containsText("Stakeholder analysieren");
        assertThat(Accessibility.violations(measures.page(), ".ks-measures")).isEmpty();
        Screenshots.take(measures.page(), "16-massnahmen");

        measures.opens(number);
        assertThat(measures.section("Stand im Ablauf")).containsText("Status quo");
        assertThat(measures.section("Offene Schritte")).containsText("Stakeholder analysieren");
        assertThat(measures.section("Angaben zur Maßnahme")).containsText("Bauteile aus Rückbauten");
        assertThat(measures.section("Verlauf")).containsText("Bestandsaufnahme beantworten");
        assertThat(German.leftovers(measures.page().locator("body").innerText()))
                .isEmpty();
        assertThat(Accessibility.violations(measures.page(), ".ks-measures")).isEmpty();
        Screenshots.takeWhole(measures.page(), measures.page().locator(".ks-measures"), "17-massnahme");
    }

    @Test
    void letsTheLeadChangeTheDetailsAtAnyTime(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist tasklist = workplace.tasklist("wfm").fresh();

        OpenForm form = tasklist.measures().opens(number).changesDetails();

        assertThat(tasklist.title()).hasText("Angaben ändern");
        assertThat(form.field("Titel")).hasValue("Wiederverwendung von Bauteilen");
        tasklist.claims();
        Screenshots.takeWhole(tasklist.page(), form.place(), "formular-change-details");
        assertThat(FormLook.faults(form)).isEmpty();
        assertThat(Accessibility.violations(tasklist.page(), ".ks-shell")).isEmpty();
    }

    @Test
    void letsNobodyElseChangeTheDetails(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();

        MeasuresPage measures = workplace.tasklist("umwelt").fresh().measures().opens(number);

        assertThat(measures.section("Angaben zur Maßnahme")).isVisible();
        assertThat(measures.changeButton()).isHidden();
    }
}
