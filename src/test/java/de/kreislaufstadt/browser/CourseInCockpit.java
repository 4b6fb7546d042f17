package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Lifecycles.PastStep;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was done to a measure, by whom and for how long, while it runs and when it has ended. */
abstract class CourseInCockpit extends CockpitView {

    private static final String CLERK = "klima-sachbearbeitung";
    private static final String MISSING = "Bitte die Kosten nennen.";

    @Autowired
    Office office;

    @Autowired
    TestClock.Movable clock;

    @Autowired
    Lifecycles lifecycles;

    @LocalServerPort
    int port;

    private final LocalDate begin = CityDay.today().minusDays(60);

    @AfterEach
    void today() {
        ClockUtil.reset();
        clock.putBack();
    }

    @Test
    void tellsOfARunningMeasureWhatWasEnteredHowLongItTookAndWhy() {
        String number = sentBackOnceAndPaused();
        Page page = opened("klima-leitung", "massnahmen/" + number + "?bereich=course");

        Locator second = entries(page, "Schritt erledigt", "Vorschlag prüfen").first();
        assertThat(second).containsText("Sachbearbeitung Stabsstelle Klima");
        assertThat(second).containsText("Modell Version");
        assertThat(second).containsText("offen: 10 Tage");
        assertThat(second).containsText("in Arbeit: 5 Tage");
        assertThat(second).containsText("nicht mitgezählt: 10 Tage");
        second.getByText(Pattern.compile("Eingaben")).focus();
        page.keyboard().press("Enter");
        assertThat(second.locator("table tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Ergebnis der Prüfung")))
                .containsText(Pattern.compile(
                        "Zur Überarbeitung zurückgeben\\s*Zur Entscheidung weiterleiten", Pattern.CASE_INSENSITIVE));
        second.getByText(Pattern.compile("Entscheidungstabellen")).click();
        assertThat(second.locator(".ks-course-decision").first()).containsText("Gefragt: ");
    }

    @Test
    void jumpsFromAStepToItsPlaceInThePictureWithTheWayTaken() {
        String number = sentBackOnceAndPaused();
        Page page = opened("klima-leitung", "massnahmen/" + number + "?bereich=course");

        entries(page, "Schritt erledigt", "Vorschlag prüfen")
                .first()
                .getByText("Im Bild zeigen")
                .focus();
        page.keyboard().press("Enter");

        Locator picture = page.locator(".ks-course-way");
        assertThat(picture.locator("[data-element-id='review-proposal'].ks-way-done")
                        .first())
                .isInViewport();
        assertThat(picture.locator("[data-element-id='decide-measure'].ks-way-done"))
                .hasCount(0);
        assertThat(picture.locator(".ks-way-flow").first()).isAttached();
        assertThat(picture.locator(".ks-diagram-badge").first()).containsText(Pattern.compile("hier jetzt|2-mal"));
        assertThat(picture.getByText("Der Weg im Bild")).isFocused();
        Screenshots.take(page, "46-cockpit-verlauf-bild");
        HandbookPictures.take(page, picture, "verlauf-bild");
    }

    @Test
    void tellsTheSameOfAMeasureThatHasEnded() {
        String number = sentBackOnceAndPaused();
        steps("cancel", number, "Die Förderung ist weggefallen.");
        assertThat(office.isRunning(number)).isFalse();
        Page page = opened("klima-leitung", "massnahmen/" + number);
        page.getByText("Verlauf", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".ks-course > tbody > tr").first()).containsText("Maßnahme abgebrochen");
        assertThat(entries(page, "Schritt erledigt", "Vorschlag prüfen")).hasCount(2);
        assertThat(page.locator(".ks-course-way .ks-way-done").first()).isAttached();
        assertThat(page.locator(".ks-course-way .ks-way-open")).hasCount(0);
        isFineToRead(page, "47-cockpit-verlauf-beendet");
    }

    @Test
    void stepsKnownFromATakeOverAreEntriesOfTheirOwn() {
        String number = room.numbers().get(4);
        takenOverOnceMore(number);
        Page page = openedInEnglish("klima-leitung", "massnahmen/" + number + "?bereich=course");

        Locator before = entries(page, "Done before the take-over", "").first();
        assertThat(before).containsText("Review the knowledge");
        assertThat(before).containsText("Stabsstelle Klima");
        assertThat(before.locator("th")).hasText("15/05/2024");
        assertThat(entries(page, "Done before the take-over", "")).hasCount(2);
    }

    private static Locator entries(Page page, String action, String step) {
        return page.locator(".ks-course > tbody > tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("td:nth-child(2)").filter(new Locator.FilterOptions().setHasText(action)))
                        .setHasText(step))
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("strong").filter(new Locator.FilterOptions().setHasText(step))));
    }

    /**
     * Proposed sixty days ago, sent back, reworked on the tenth day; from the thirteenth to the twenty-third it rested, was taken on the
     * twenty-fifth and forwarded on the thirtieth.
     */
    private String sentBackOnceAndPaused() {
        itIs(0, 0);
        String number = office.as("wfm-sachbearbeitung").proposes();
        itIs(5, 0);
        office.as(CLERK).completes(number, "review-proposal", data -> {
            data.put("result", "REWORK").put("note", MISSING);
            data.remove("body");
        });
        itIs(10, 0);
        office.as("wfm-sachbearbeitung").completes(number, "rework-proposal");
        itIs(13, 0);
        steps("pause", number, "Die Stelle ist nicht besetzt.");
        itIs(23, 2);
        steps("resume", number, "Die Stelle ist wieder besetzt.");
        itIs(25, 0);
        office.as(CLERK).signedIn(() -> {
            office.tasks().claim(office.open(number, "review-proposal").get(0).getId(), CLERK);
            return null;
        });
        itIs(30, 5);
        office.as(CLERK)
                .completes(
                        number,
                        "review-proposal",
                        data -> data.putArray("changes")
                                .addObject()
                                .put("number", 1)
                                .put("accepted", true));
        today();
        return number;
    }

    private void itIs(int day, int hours) {
        clock.moveTo(begin.plusDays(day));
        clock.advance(Duration.ofHours(hours));
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    private void steps(String action, String number, String reason) {
        Http browser = new Http(port);
        browser.signIn("wfm-leitung", "cockpit");
        Http.Answer answer = browser.post(
                "/camunda/api/kreislaufstadt/measures/" + number + "/steering/" + action,
                "{\"reason\": \"" + reason + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void takenOverOnceMore(String number) {
        UUID measure = jdbc.sql("select id from measure where municipality_id = 'muenster' and number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        lifecycles.takeOver(
                Office.MUNICIPALITY,
                measure,
                number,
                "wfm",
                "evaluate-measure",
                Outcome.of("decision", "APPROVE"),
                List.of(
                        past("define-knowledge-goals", "wfm", LocalDate.of(2024, 2, 1)),
                        past("review-knowledge", "klima", LocalDate.of(2024, 5, 15))));
    }

    private static PastStep past(String task, String department, LocalDate day) {
        return new PastStep(
                "knowledge-building",
                task,
                department,
                day.atTime(10, 0).toInstant(ZoneOffset.UTC),
                "Vermerk der Federführung");
    }
}
