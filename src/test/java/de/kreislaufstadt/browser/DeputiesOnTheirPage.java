package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.CityDay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** The page "Vertretung": who stands in for whom, and what they do then. */
abstract class DeputiesOnTheirPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String PLANNING = "Sachbearbeitung Stadtplanungsamt";
    private static final String STAFF_OFFICE = "Sachbearbeitung Personal und Organisation";
    private static final String SURVEY = "Bestandsaufnahme beantworten";

    private final LocalDate today = CityDay.today();

    @Test
    void nameADeputyWhoCompletesTheTaskAndBothNamesStay(Workplace workplace) {
        String number = MeasureOnItsWay.atTheSurvey(workplace, "planung").number();
        Tasklist absent = workplace.tasklist("planung").fresh();
        Locator page = absent.goesTo("Vertretung");
        names(page, STAFF_OFFICE, today, today.plusDays(7));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Die Vertretung ist eingetragen.");
        assertThat(section(page, "Wer mich vertritt")).containsText(STAFF_OFFICE);
        assertThat(section(page, "Wer mich vertritt")).containsText("heute wirksam");
        assertThat(German.leftovers(page)).isEmpty();
        assertThat(Accessibility.violations(absent.page(), ".ks-deputies")).isEmpty();
        Screenshots.take(absent.page(), "40-vertretung");

        Tasklist deputy = workplace.tasklist("personal").fresh();
        OpenForm form = deputy.opensFilled(number, SURVEY, Examples.of("answer-survey"));
        assertThat(form.context()).containsText("In Vertretung für " + PLANNING);
        deputy.claims();
        Screenshots.take(deputy.page(), "41-in-vertretung");
        deputy.completes();
        assertThat(deputy.card(number, SURVEY)).isHidden();

        Locator history =
                workplace.tasklist("wfm").fresh().measures().opens(number).section("Verlauf");
        assertThat(history).containsText(STAFF_OFFICE);
        assertThat(history).containsText("in Vertretung für " + PLANNING);
        ends(page);
        assertThat(section(page, "Wer mich vertritt")).containsText("Für Sie ist keine Vertretung eingetragen.");
        assertThat(deputy.fresh().goesTo("Vertretung")).containsText("Sie vertreten zurzeit niemanden.");
    }

    @Test
    void areRefusedForOneselfInACircleAndInThePast(Workplace workplace) {
        Tasklist clerk = workplace.tasklist("immobilien").fresh();
        Locator page = clerk.goesTo("Vertretung");

        names(page, "Sachbearbeitung Immobilienmanagement", today.minusDays(1), today.plusDays(7));
        Locator refused = page.getByRole(AriaRole.ALERT);
        assertThat(refused).containsText("Niemand kann sich selbst vertreten.");
        assertThat(refused).containsText("Eine Vertretung beginnt frühestens heute (" + DAY.format(today) + ").");
        assertThat(refused).isFocused();
        refused.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Erster Tag"))
                .click();
        assertThat(page.getByLabel("Erster Tag")).isFocused();
        assertThat(German.leftovers(page)).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-deputies")).isEmpty();
        Screenshots.takeWhole(clerk.page(), page, "42-vertretung-zurueckgewiesen");

        names(page, "Moderation", today.plusDays(20), today.plusDays(30));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Die Vertretung ist eingetragen.");
        Tasklist other = workplace.tasklist("difu").fresh();
        Locator circle = other.goesTo("Vertretung");
        names(circle, "Sachbearbeitung Immobilienmanagement", today.plusDays(25), today.plusDays(26));
        assertThat(circle.getByRole(AriaRole.ALERT)).containsText("Die Vertretung führt im Kreis");
        Screenshots.takeWhole(other.page(), circle, "43-vertretung-im-kreis");
        ends(page);
    }

    @Test
    void areNamedByTheHeadForSomebodyWhoIsIll(Workplace workplace) {
        Tasklist head = workplace.tasklist("wfm-head").fresh();
        Locator page = head.goesTo("Vertretung");

        page.getByLabel("Wer wird vertreten?").selectOption("Zweite Sachbearbeitung Wirtschaftsförderung");
        names(page, "Sachbearbeitung Ratsservice", today, today.plusDays(3));

        Locator ours = section(page, "Vertretungen in meinem Fachbereich");
        assertThat(ours).containsText("Zweite Sachbearbeitung Wirtschaftsförderung");
        Screenshots.takeWhole(head.page(), page, "44-vertretung-durch-leitung");
        assertThat(Accessibility.violations(head.page(), ".ks-deputies")).isEmpty();
        Tasklist deputy = workplace.tasklist("ratsservice").fresh();
        assertThat(section(deputy.goesTo("Vertretung"), "Wen ich vertrete"))
                .containsText("Zweite Sachbearbeitung Wirtschaftsförderung");
        ends(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("ist beendet");
    }

    private static void names(Locator page, String deputy, LocalDate from, LocalDate until) {
        page.getByLabel("Wer vertritt?").selectOption(deputy);
        page.getByLabel("Erster Tag").fill(DAY.format(from));
        page.getByLabel("Letzter Tag").fill(DAY.format(until));
        page.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vertretung eintragen"))
                .click();
    }

    /** Ends the one deputyship that the page lists. */
    private static void ends(Locator page) {
        page.page().onceDialog(Dialog::accept);
        page.getByText("Beenden", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("ist beendet");
    }

    private static Locator section(Locator page, String name) {
        return MeasuresPage.section(page, name);
    }
}
