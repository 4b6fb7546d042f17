package de.kreislaufstadt.website;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.LiveState.Stay;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import de.kreislaufstadt.released.ReleasedMeasure.StateReason;
import de.kreislaufstadt.released.ReleasedParts.Event;
import de.kreislaufstadt.released.ReleasedParts.StatusReport;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What citizens read of a measure. */
class MeasurePageTest {

    private static final String PAGE = "/muenster/massnahmen/kreislaufstadt";
    private static final String BARE = "/muenster/massnahmen/solar-auf-daechern";

    private final SiteInMemory site = new SiteInMemory().withExamples();

    @Test
    void onTopStandsWhatHappensNextByWhomAndUntilWhen() {
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "WW-09",
                        "Kreislaufstadt",
                        "Stand der Maßnahme Workshops, seit 1. März 2025",
                        "Als Nächstes Der Workshop wird vorbereitet zuständig: Wirtschaftsförderung bis 31. März 2026",
                        "Stand der Angaben in Umsetzung Letzter Sachstand vom 31. Dezember 2025 Fassung 1, freigegeben am"
                                + " 2. Januar 2026");
    }

    @Test
    void thePartsFollowThePageOfTheContractInItsOrder() {
        assertThat(headings(PAGE))
                .containsSubsequence(
                        "Beschreibung",
                        "Worum geht es?",
                        "Was wird im Detail geplant?",
                        "Auswirkungen",
                        "Neu generierte erneuerbare Energien",
                        "Welcher Energieträger wurde reduziert/ersetzt?",
                        "Geschätzte potentielle CO2-Einsparung",
                        "Kosten der Maßnahme",
                        "Umsetzung",
                        "Welchen Bereich betrifft die Maßnahme?",
                        "Wer macht es?",
                        "Wer ist noch beteiligt?",
                        "Geplante Umsetzung bis",
                        "Was sind die konkreten Schritte/Fortschritte?",
                        "Position im Ablauf",
                        "Indikatoren",
                        "Beschlüsse",
                        "Starterprojekte",
                        "Mitmachen",
                        "Weitere Informationen",
                        "Rohdaten aus dem Klimastadtvertrag");
    }

    @Test
    void sourcesThatContradictEachOtherStandBothThereWithTheirDays() {
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "Kosten der Maßnahme 10.000 €, bis 2025",
                        "Quelle: Ratsvorlage V/0573/2024, Stand 30. Oktober 2024",
                        "Keine Angabe",
                        "Andere Quelle: Klimastadtvertrag, Tabelle B-2.2, Stand 26. März 2024",
                        "Wer macht es? Wirtschaftsförderung",
                        "Stadtverwaltung",
                        "Andere Quelle: Klimastadtvertrag");
    }

    @Test
    void aValueThatIsNoNumberIsSaidInWords() {
        assertThat(site.read(PAGE))
                .contains("Neu generierte erneuerbare Energien Nicht zutreffend", "CO2-Einsparung Keine Angabe")
                .contains("Geplante Umsetzung bis keine Angabe")
                .doesNotContain("NOT_", "null");
    }

    @Test
    void stepsProgressDecisionsAndProjectsAreThere() {
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "31. Dezember 2025 Sachstand Zwei Workshops fanden statt. Einschätzung: Im Plan",
                        "14. Mai 2025 Workshop : Erster Workshop",
                        "Wirtschaft: 10",
                        "1. März 2025 Beginn der Phase: Workshops",
                        "30. Oktober 2024 Beschluss von Rat der Stadt: Zugestimmt")
                .contains("V/0573/2024", "Auflage: Jährlicher Bericht an den Umweltausschuss")
                .contains("Rolle der Wirtschaftsförderung Vernetzer, Promotor", "78,75 von 100 Punkten")
                .contains("Lager eröffnet, bis 30. September 2026: läuft (40 %)")
                .contains("Funktionspostfach der Federführung : kreislauf@stadt.example", "Ideen sind willkommen.");
    }

    @Test
    void thePositionInTheProcessIsAListOfStepsAsText() {
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "Beschluss : erledigt",
                        "Wissensaufbau : erledigt, 1. November 2024 bis 15. Januar 2025",
                        "Workshops : hier steht die Maßnahme, seit 1. März 2025",
                        "Umsetzung : vorgesehen",
                        "Abschluss : vorgesehen");
        assertThat(site.html(PAGE)).containsOnlyOnce("aria-current=\"step\"");
    }

    @Test
    void whatADecisionLeavesOutIsNotPlanned() {
        site.live(
                site.rich,
                new LiveState(
                        "KNOWLEDGE",
                        "KNOWLEDGE",
                        SiteInMemory.NOW,
                        List.of("KNOWLEDGE", "IMPLEMENTATION"),
                        null,
                        null,
                        SiteInMemory.NOW));
        assertThat(site.read(PAGE))
                .contains("Workshops : nicht vorgesehen", "Umsetzung : vorgesehen")
                .contains("Derzeit steht kein öffentlicher Schritt an. Als nächste Phase ist vorgesehen: Umsetzung.");
    }

    @Test
    void ofAMeasureThatWasTakenOverOnlyThePhasesThatAreKnownAreDone() {
        site.live(
                site.rich,
                new LiveState(
                        "IMPLEMENTATION",
                        "IMPLEMENTATION",
                        SiteInMemory.NOW,
                        null,
                        List.of(new Stay("KNOWLEDGE", null, LocalDate.of(2023, 12, 15))),
                        null,
                        SiteInMemory.NOW));
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "Beschluss : erledigt",
                        "Wissensaufbau : erledigt, bis 15. Dezember 2023",
                        "Status-quo-Erhebung : nicht bekannt",
                        "Workshops : nicht bekannt",
                        "Auswahl der Starterprojekte : nicht bekannt",
                        "Umsetzung : hier steht die Maßnahme",
                        "Auswertung : vorgesehen");
    }

    @Test
    void whatIsLateSaysSo() {
        site.live(site.rich, ReleasedExamples.inWorkshops(LocalDate.of(2026, 1, 1)));
        assertThat(site.read(PAGE)).contains("war bis 1. Januar 2026 geplant");
        site.live(site.rich, ReleasedExamples.inWorkshops(LocalDate.of(2026, 1, 2)));
        assertThat(site.read(PAGE)).contains("bis 2. Januar 2026").doesNotContain("war bis");
    }

    @Test
    void aStepOfSeveralDepartmentsAndAnUnknownStepAreWords() {
        site.live(
                site.rich,
                new LiveState(
                        "KNOWLEDGE",
                        "KNOWLEDGE",
                        SiteInMemory.NOW,
                        null,
                        null,
                        new NextStep("collect-knowledge", null, null),
                        SiteInMemory.NOW));
        assertThat(site.read(PAGE)).contains("Fachbereiche tragen Wissen zusammen zuständig: mehrere Fachbereiche");
        site.live(
                site.rich,
                new LiveState(
                        "KNOWLEDGE",
                        "KNOWLEDGE",
                        SiteInMemory.NOW,
                        null,
                        null,
                        new NextStep("so-far-unknown", "Amt", null),
                        SiteInMemory.NOW));
        assertThat(site.read(PAGE)).contains("Ein weiterer Schritt steht an zuständig: Amt");
    }

    @Test
    void aReportThatIsOlderThanTheCityAllowsIsStale() {
        site.stale(Period.ofDays(1));
        assertThat(site.read(PAGE))
                .contains("Letzter Sachstand vom 31. Dezember 2025")
                .contains("veraltet");
    }

    /** Today is the second of January 2026. */
    @ParameterizedTest
    @CsvSource({"2025-01-02, false", "2025-01-01, true"})
    void aReportIsStaleAfterTwelveMonthsAndNotBefore(LocalDate asOf, boolean stale) {
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(),
                        "statusReports",
                        List.of(new StatusReport(asOf, "Ein Workshop fand statt.", null, "ON_PLAN"))));
        assertThat(site.read(PAGE).contains("veraltet")).isEqualTo(stale);
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, Abgelehnt, ",
        "CANCELLED, Abgebrochen, ",
        "PAUSED, Ruht, ",
        "DEFERRED, Zurückgestellt, ",
        "MERGED, Zusammengeführt, EE-03"
    })
    void whyItHasEndedOrRestsStandsThereWithItsRelease(String state, String word, String into) {
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(), "state", new StateReason(state, "Das Förderprogramm endete.", into)));
        site.live(site.rich, new LiveState(state, "WORKSHOPS", SiteInMemory.NOW, null, null, null, SiteInMemory.NOW));
        assertThat(site.read(PAGE))
                .containsSubsequence("Stand der Maßnahme " + word, "Begründung Das Förderprogramm endete.")
                .doesNotContain("Die Begründung wird gerade geprüft.");
        assertThat(site.html(PAGE).contains("href=\"/muenster/massnahmen/ee-03\""))
                .isEqualTo(into != null);
    }

    @Test
    void aReasonOfAnotherStateIsNotShown() {
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(), "state", new StateReason("PAUSED", "Die Stelle war frei.", null)));
        assertThat(site.read(PAGE)).contains("Workshops, seit").doesNotContain("Die Stelle war frei.");
    }

    @Test
    void whatWasDoneBeforeTheTakeOverStandsInTheTimeline() {
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(),
                        "events",
                        List.of(
                                new Event(LocalDate.of(2023, 12, 15), "STEP_REVIEW_KNOWLEDGE", null, null, null),
                                new Event(LocalDate.of(2023, 11, 2), "STEP_SINCE_GONE", null, null, null))));
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "15. Dezember 2023 Schritt vor der Übernahme in dieses System: Die Klima-Stelle prüft",
                        "2. November 2023 Schritt vor der Übernahme")
                .doesNotContain("STEP_");
        assertThat(site.read(PAGE + "?sprache=en")).contains("Step before the measure came into this system");
    }

    @Test
    void howToTakePartIsSaidWithItsLink() {
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(),
                        "participation",
                        new Participation("Kommen Sie vorbei.", "https://mitmachen.example")));
        assertThat(site.html(PAGE)).contains("Kommen Sie vorbei.", "href=\"https://mitmachen.example\"");
        site.release(
                site.rich,
                ReleasedExamples.with(
                        ReleasedExamples.rich(), "participation", new Participation(null, "javascript:alert(1)")));
        assertThat(site.html(PAGE)).doesNotContain("javascript:");
    }

    @Test
    void aReasonIsShownOnceItIsReleased() {
        site.live(
                site.rich,
                new LiveState("CANCELLED", "WORKSHOPS", SiteInMemory.NOW, null, null, null, SiteInMemory.NOW));
        assertThat(site.read(PAGE))
                .contains("Abgebrochen", "davor: Workshops", "Die Begründung wird gerade geprüft.")
                .contains("Die Maßnahme ist beendet.");
    }

    @Test
    void hardlyAnythingIsSaidHonestly() {
        assertThat(site.read(BARE))
                .contains("Über den Ablauf liegen noch keine Angaben vor.", "unbekannt", "Noch kein Sachstand")
                .contains("Weitere Beteiligte sind nicht genannt.")
                .contains("Für diese Maßnahme sind keine Indikatoren veröffentlicht.")
                .contains("Beschlüsse sind noch nicht veröffentlicht.", "keine Rohdaten aus dem Klimastadtvertrag")
                .doesNotContain("null", "Optional");
    }

    @Test
    void rawDataAreTheFourteenFields() {
        assertThat(Pattern.compile("scope=\"row\" lang=\"en\"")
                        .matcher(site.html(PAGE))
                        .results()
                        .count())
                .isEqualTo(14);
        assertThat(site.html(PAGE)).contains("Action outline", "GHG emissions reduction estimate (total)");
    }

    @Test
    void theAddressDecidesTheLanguage() {
        MockHttpServletResponse english = site.ask(PAGE + "?sprache=en");
        assertThat(english.getHeader("Content-Language")).isEqualTo("en");
        assertThat(site.html(PAGE + "?sprache=en"))
                .contains("<html lang=\"en\">", "href=\"/muenster?sprache=en\"", "lang=\"de\" hreflang=\"de\"")
                .contains("The workshop is prepared", "until 31 March 2026");
        assertThat(site.html(PAGE)).contains("<html lang=\"de\">");
    }

    @Test
    void othersAreToldTheAddressThatStays() {
        assertThat(site.html(PAGE))
                .contains("<link rel=\"canonical\" href=\"https://klima.example/muenster/massnahmen/kreislaufstadt\">")
                .contains(
                        "hreflang=\"en\" href=\"https://klima.example/muenster/massnahmen/kreislaufstadt?sprache=en\"")
                .contains("<meta property=\"og:title\" content=\"Kreislaufstadt\">");
    }

    @Test
    void textsOfPeopleNeverAct() {
        assertThat(site.html(BARE)).contains("=Solar &quot;auf&quot;, Dächern").doesNotContain("=Solar \"auf\"");
    }

    @ParameterizedTest
    @CsvSource({"WW-09, kreislaufstadt", "ww-09, kreislaufstadt", "ee-03, solar-auf-daechern"})
    void aNumberLeadsToTheMeasure(String number, String slug) {
        MockHttpServletResponse moved = site.ask("/muenster/massnahmen/" + number);
        assertThat(moved.getStatus()).isEqualTo(301);
        assertThat(moved.getHeader("Location")).isEqualTo("/muenster/massnahmen/" + slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibt-es-nicht", "WW-10", "x--y", "00000000-0000-0000-0000-000000000000"})
    void whatIsNotPublicIsAsAbsentAsWhatNeverWas(String slug) {
        site.released.withdraw(MUNICIPALITY, site.bare);
        MockHttpServletResponse withdrawn = site.ask(BARE);
        MockHttpServletResponse absent = site.ask("/muenster/massnahmen/" + slug);
        assertThat(withdrawn.getStatus()).isEqualTo(404);
        assertThat(absent.getStatus()).isEqualTo(404);
        assertThat(absent.getContentAsByteArray()).isEqualTo(withdrawn.getContentAsByteArray());
        assertThat(absent.getHeaderNames()).isEqualTo(withdrawn.getHeaderNames());
    }

    @Test
    void aMeasureOfAnotherMunicipalityIsNotUnderThisOnesAddress() {
        site.settle("anderswo", "Anderswo");
        assertThat(site.ask("/anderswo/massnahmen/kreislaufstadt").getStatus()).isEqualTo(404);
        assertThat(site.ask("/nirgends/massnahmen/kreislaufstadt").getStatus()).isEqualTo(404);
    }

    private List<String> headings(String address) {
        return Pattern.compile("(?s)<h[1-6][^>]*>(.*?)</h[1-6]>")
                .matcher(site.html(address))
                .results()
                .map(heading -> SiteInMemory.words(heading.group(1)).strip())
                .toList();
    }
}
