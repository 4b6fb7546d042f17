package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Pictures that follow what is typed. */
abstract class LivePictures {

    @Test
    void placesOrganisationsInTheMatrixWhileTheyAreRated(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, "Stakeholder analysieren");
        clerk.claims();
        Locator picture = form.place().locator(".ks-preview");
        assertThat(picture).containsText("Einfluss und Interesse");
        assertThat(picture.locator("svg circle")).hasCount(0);

        form.row(1)
                .writes("Organisation", "Handwerkskammer")
                .writes("Einfluss", "4")
                .writes("Interesse", "4");
        form.addsRow("Organisationen")
                .writes("Organisation", "Kulturverein")
                .writes("Einfluss", "2")
                .writes("Interesse", "3");

        assertThat(picture.locator("svg circle")).hasCount(2);
        assertThat(picture.locator("svg")).containsText("Schlüsselakteur");
        assertThat(row(picture, "Handwerkskammer")).containsText("Schlüsselakteur");
        assertThat(row(picture, "Kulturverein")).containsText("Einbinden");
        assertThat(German.leftovers(picture.innerText())).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-preview")).isEmpty();
        picture.scrollIntoViewIfNeeded();
        Screenshots.take(clerk.page(), "25-matrix");

        form.row(2).writes("Einfluss", "3");
        assertThat(row(picture, "Kulturverein")).containsText("Schlüsselakteur");
    }

    @Test
    void showsScoreRecommendationAndReasons(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace)
                .does("klima", "review-proposal")
                .does(
                        "wfm-head",
                        "decide-measure",
                        Examples.of(
                                "decide-measure",
                                form -> form.putArray("phases").add("STARTER_PROJECTS")))
                .does("wfm", "bundle-ideas")
                .does("immobilien", "sketch-project")
                .number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, "Projektskizze bewerten");
        clerk.claims();
        Locator picture = form.place().locator(".ks-preview");
        assertThat(picture).containsText("Es fehlt noch: ");

        form.writes("Umsetzbarkeit", "5")
                .writes("Regionale Wertschöpfung", "3")
                .writes("Sichtbarkeit", "3")
                .writes("Kosten", "5")
                .writes("Bereitschaft der Beteiligten", "4");
        form.place().getByLabel("CO2 nicht bezifferbar").check();

        assertThat(picture).containsText("78,75 von 100 Punkten: Starterprojekt");
        assertThat(picture).containsText("Überzeugend: als Starterprojekt umsetzen");
        picture.scrollIntoViewIfNeeded();
        Screenshots.take(clerk.page(), "26-punktzahl");
        form.ticks("Rechtlich nicht zulässig");
        assertThat(picture).containsText("Nicht weiterverfolgen");
        assertThat(picture).containsText("Das Vorhaben verstößt gegen geltendes Recht");
        assertThat(Accessibility.violations(clerk.page(), ".ks-preview")).isEmpty();
    }

    private static Locator row(Locator picture, String organisation) {
        return picture.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(organisation));
    }
}
