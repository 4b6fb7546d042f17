package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.Office;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a measure stands with the public, as those who work for it and those who only look see it on its page and in the list. */
abstract class PublicationInCockpit {

    private static final String HEAD = "wfm-leitung";
    private static final String UNIT = "klima-leitung";
    private static final String MONITOR = "beobachtung";
    private static final String BEGIN = "Veröffentlichung beginnen";
    private static final String WITHDRAW = "Von der öffentlichen Seite nehmen";

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    DepartmentsAtWork departments;

    @Test
    void aMeasureGoesToItsPageAndIsTakenBack() {
        room.numbers();
        String number = departments.implemented();

        CockpitPage page = opens(HEAD, number);
        assertThat(panel(page)).containsText("Die Maßnahme war noch nicht öffentlich.");
        page.isFitForUse("110-oeffentlich-noch-nicht");
        page.button(BEGIN).click();
        assertThat(panel(page)).containsText("Die nächste Fassung wird vorbereitet.");
        assertThat(page.button(BEGIN)).hasCount(0);

        office.as("wfm-sachbearbeitung").completes(number, "prepare-publication");
        page = opens(UNIT, number);
        assertThat(panel(page)).containsText("wartet auf die Freigabe durch die Stabsstelle Klima");
        page.isFitForUse("111-oeffentlich-wartet");
        assertThat(room.opens(UNIT, "massnahmen?exposure=RELEASE&words=" + number)
                        .row(number))
                .containsText("wartet auf die Freigabe");

        office.as("klima-sachbearbeitung").completes(number, "release-publication");
        page = opens(UNIT, number);
        assertThat(panel(page)).containsText("Öffentlich ist Fassung 1 vom");
        page.isFitForUse("112-oeffentlich");
        HandbookPictures.take(page.page(), panel(page), "oeffentliche-seite");
        looksOnly(number);

        ActionDialog dialog = opens(HEAD, number).asks(WITHDRAW);
        dialog.accepts();
        assertThat(dialog.problemAt("Grund")).containsText("Bitte geben Sie einen Grund");
        dialog.isFitForUse("113-oeffentlich-zuruecknehmen");
        dialog.writes("Grund", "Eine Zahl ist falsch.").accepts();
        assertThat(dialog.place()).isHidden();
        page = opens(HEAD, number);
        assertThat(panel(page)).containsText("Die Maßnahme wurde von der öffentlichen Seite genommen.");
        assertThat(panel(page)).containsText("Die nächste Fassung wird vorbereitet.");
        page.isFitForUse("114-oeffentlich-zurueckgenommen");
        room.opensInEnglish(UNIT, "massnahmen/" + number)
                .isFitForEnglishReaders(
                        "115-oeffentlich-englisch",
                        "Public page",
                        "The measure was taken off the public page.",
                        "The next version is being prepared.");
        assertThat(room.opensInEnglish(UNIT, "massnahmen?exposure=WITHDRAWN&words=" + number)
                        .row(number))
                .containsText("withdrawn, a new one is on its way");
    }

    /** A clerk in Tasklist and a monitor in Cockpit read the same; only who may take it back finds a button. */
    private void looksOnly(String number) {
        CockpitPage monitor = opens(MONITOR, number);
        assertThat(panel(monitor)).containsText("Öffentlich ist Fassung 1 vom");
        assertThat(panel(monitor).getByRole(AriaRole.BUTTON)).hasCount(0);
        MeasuresPage clerk =
                room.tasklist("wfm-sachbearbeitung").measures().searches(number).opens(number);
        Locator section = clerk.section("Öffentliche Seite");
        assertThat(section).containsText("Öffentlich ist Fassung 1 vom");
        assertThat(section.getByRole(AriaRole.BUTTON)).hasCount(0);
        section.scrollIntoViewIfNeeded();
        Screenshots.take(clerk.page(), "116-oeffentlich-in-tasklist");
        assertThat(Accessibility.violations(clerk.page(), ".ks-measures")).isEmpty();
    }

    @Test
    void manyAreTriedBeforeTheyAreBegunAndReleasedBySomebodyElse() {
        room.numbers();
        List<String> numbers = List.of(departments.implemented(), departments.implemented(), departments.proposed());
        CockpitPage page = room.opens(UNIT, "eingriffe?massnahmen=" + String.join(",", numbers));
        page.field("Was soll geschehen?").selectOption("PUBLISH");
        page.field("Grund").fill("Übernommene Maßnahmen");
        page.button("Erst prüfen").click();
        Locator tried = page.part(".ks-trial");
        assertThat(tried).containsText("2 von 3 möglich. Noch ist nichts geschehen.");
        assertThat(tried).containsText("Veröffentlicht wird eine Maßnahme, über die beschlossen ist.");
        page.isFitForUse("117-viele-veroeffentlichen");
        HandbookPictures.takePage(page.page(), tried, "stapel-pruefen");
        assertThat(office.openTasks(numbers.get(0))).doesNotContain("release-publication");

        page.button("Beginnen").click();
        Locator run = page.part(".ks-steer tbody tr").first();
        assertThat(run).containsText("2 von 3 erledigt, 1 nicht möglich");
        assertThat(office.openTasks(numbers.get(0))).contains("release-publication");
        office.as("klima-sachbearbeitung").completes(numbers.get(0), "release-publication");
    }

    private CockpitPage opens(String user, String number) {
        return room.opens(user, "massnahmen/" + number);
    }

    private static Locator panel(CockpitPage page) {
        return page.part(".ks-publication");
    }
}
