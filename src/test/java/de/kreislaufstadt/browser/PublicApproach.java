package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.support.SharedApproach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What municipalities share, as somebody without an account sees it: at a desk, on a phone, on paper, without scripts. */
abstract class PublicApproach {

    @Autowired
    CockpitRoom room;

    @Autowired
    Releasing releasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private SharedApproach shared;

    static List<PublicLook> looks() {
        return List.of(
                new PublicLook("approach", "/modellansatz"),
                new PublicLook("approach-english", "/modellansatz?sprache=en"),
                new PublicLook("comparison", "/modellansatz/vergleich"),
                new PublicLook("comparison-english", "/modellansatz/vergleich?sprache=en"),
                new PublicLook("component", "/modellansatz/strategie"),
                new PublicLook("component-withdrawn", "/modellansatz/produkte"),
                new PublicLook("component-none", "/modellansatz/prozesse"),
                new PublicLook("component-versions", "/modellansatz/strategie/fassungen"),
                new PublicLook("component-version", "/modellansatz/strategie/fassungen/2"),
                new PublicLook("component-version-english", "/modellansatz/produkte/fassungen/1?sprache=en"),
                new PublicLook("approach-data", "/modellansatz/daten"),
                new PublicLook("approach-imprint", "/modellansatz/impressum"),
                new PublicLook("choice", "/"),
                new PublicLook("overview-of-member", "/muenster"));
    }

    @BeforeEach
    void citiesShare() {
        shared = new SharedApproach(jdbc);
        shared.found();
        shared.version(
                "STRATEGY", 2, "# Was gilt\n\nZiele bis **2035** mit Zwischenzielen.\n\n- Beschaffung\n- Bau", null);
        List<String> others = shared.others();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < others.size(); i++) {
                releasing.times(others.get(i), quarter(10 + 20 * i));
            }
        });
    }

    @AfterEach
    void nobodyShares() {
        shared.dissolve();
    }

    @Test
    void everyPageIsReadAtADeskAndOnAPhone() {
        Page page = room.visits("de-DE");
        page.setViewportSize(PublicLook.DESK, 900);
        for (PublicLook look : looks()) {
            page.navigate(room.root(look.address()));
            look.isFine(page);
        }
        assertThat(page.context().cookies()).isEmpty();
        page.navigate(room.root("/modellansatz/vergleich"));
        PublicLook.fitsOnPaper(page);
        Screenshots.print(page, "public-comparison");
    }

    @Test
    void nothingIsMissingWithoutScripts() {
        PublicLook.areTheSame(looks(), room.visits("de-DE"), room.visitsWithoutScripts(), room);
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnce() {
        Page page = room.visits("de-DE");
        page.navigate(room.root("/modellansatz/vergleich"));
        assertThat(page.getByText("Klimabericht 2025").count()).isPositive();
        shared.withdrawsRelease();
        page.reload();
        assertThat(page.locator("tbody").nth(2).innerText()).doesNotContain("Münster");
    }

    /** The last quarter that is over. */
    private TimeFacts quarter(int hours) {
        LocalDate today = LocalDate.now(clock);
        LocalDate begin = today.with(today.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
        return new TimeFacts(
                begin.minusMonths(3),
                begin.minusDays(1),
                clock.instant(),
                List.of(new TimeFacts.Row(
                        "STEP", "workshops", "write-minutes", "Protokoll schreiben", 1, 6, hours, hours + 9, 6, 5)));
    }
}
