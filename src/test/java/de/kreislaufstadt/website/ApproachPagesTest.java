package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ComparedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What everybody reads of the model approach that municipalities share, on the second of January 2026. */
class ApproachPagesTest {

    private final SiteInMemory site = new SiteInMemory().withExamples();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/modellansatz",
                "/modellansatz/vergleich",
                "/modellansatz/feed.atom",
                "/modellansatz/vorschau.png",
                "/modellansatz/strategie",
                "/modellansatz/strategie/fassungen"
            })
    void whereThereIsNoAssociationNothingIsThere(String address) {
        assertThat(site.ask(address).getStatus()).isEqualTo(404);
        assertThat(site.read("/muenster")).doesNotContain("Modellansatz");
        assertThat(site.html("/sitemap.xml")).doesNotContain("modellansatz");
    }

    @Test
    void aComponentWithoutAVersionSaysSo() {
        site.approach.founded();
        assertThat(site.read("/modellansatz")).contains("Zu diesem Baustein ist noch keine Fassung veröffentlicht.");
        assertThat(site.ask("/modellansatz/strategie").getStatus()).isEqualTo(200);
        assertThat(site.read("/modellansatz/strategie"))
                .contains("Strategie", "Zu diesem Baustein ist noch keine Fassung veröffentlicht.")
                .doesNotContain("Was hat sich geändert");
        assertThat(site.read("/modellansatz/strategie/fassungen")).contains("noch keine Fassung");
        assertThat(site.ask("/modellansatz/strategie/fassungen/1").getStatus()).isEqualTo(404);
    }

    @Test
    void theModelApproachNamesItsComponentsAndWhoSharesIt() {
        site.approach.published();
        String page = site.read("/modellansatz");
        assertThat(page)
                .contains(
                        "Die Mitglieder von Städteverbund Kreislaufwirtschaft",
                        "Entwürfe und Zusammenführung: Difu.",
                        "Strategie Fassung 1, angenommen am 29. Mai 2025 (Deutscher Städtetag)",
                        "Was Fassung 1 bringt",
                        "Eine neuere Fassung wurde zurückgezogen; es gilt wieder die ältere.",
                        "Produkte Fassung 2, angenommen am 29. Oktober 2025 (Deutscher Städtetag)",
                        "3 Mitglieder",
                        "Fallstädte: Münster, Partnerkommune 08",
                        "Partnerkommune 07 Mittelstadt 1. Januar 2025 nein",
                        "Partnerkommune 09: 1. März 2024 bis 31. Dezember 2024",
                        "Hochschule für Stadtplanung wissenschaftliche Begleitung")
                .doesNotContain("Partnerkommune 10");
        assertThat(site.html("/modellansatz"))
                .contains(
                        "href=\"/muenster\"",
                        "<link rel=\"canonical\" href=\"https://klima.example/modellansatz\">",
                        "content=\"Städteverbund Kreislaufwirtschaft\"",
                        "href=\"/modellansatz/feed.atom\"",
                        "https://klima.example/modellansatz/vorschau.png")
                .doesNotContain("href=\"/partner07\"", "??");
    }

    @Test
    void aComponentShowsTheTextOfTheVersionThatHolds() {
        site.approach.published();
        assertThat(site.read("/modellansatz/strategie"))
                .contains(
                        "Fassung 1, angenommen am 29. Mai 2025 (Deutscher Städtetag), veröffentlicht am 1. Juni 2025",
                        "2 von 3 Mitgliedern haben sich geäußert. 5 Anmerkungen wurden beantwortet.",
                        "Ziele bis 2030, beschlossen vom Rat.",
                        "es gilt wieder die ältere. Grund: Zwischenziele widersprechen dem Bundesrecht",
                        "Was Fassung 1 bringt")
                .doesNotContain("2035");
        assertThat(site.html("/modellansatz/produkte"))
                .contains(
                        "href=\"#abschnitt-katalog\"",
                        "<h2 id=\"abschnitt-katalog\">Katalog</h2>",
                        "<h3>Was es gibt</h3>",
                        "&lt;script&gt;")
                .doesNotContain("<script", "??");
    }

    @Test
    void versionsStayReadableAndSayWhyTheyNoLongerHold() {
        site.approach.published();
        assertThat(site.read("/modellansatz/strategie/fassungen"))
                .contains(
                        "Fassung 2 , zurückgezogen am 20. Dezember 2025".replace(" ,", ","),
                        "Grund: Zwischenziele widersprechen dem Bundesrecht",
                        "Fassung 1");
        assertThat(site.read("/modellansatz/strategie/fassungen/2"))
                .contains(
                        "Diese Fassung gilt nicht mehr: Sie wurde am 20. Dezember 2025 zurückgezogen.",
                        "Zwischenziele widersprechen dem Bundesrecht",
                        "Änderungen gegenüber Fassung 1")
                .doesNotContain("Dies ist die erste Fassung");
        assertThat(site.html("/modellansatz/strategie/fassungen/2"))
                .containsPattern("<del>.*2030")
                .containsPattern("<ins>.*2035");
    }

    @Test
    void versionsAreDocumentsToo() {
        site.approach.published();
        assertThat(site.html("/modellansatz/strategie")).contains("href=\"/modellansatz/strategie/fassungen/1.pdf\"");
        MockHttpServletResponse paper = site.ask("/modellansatz/strategie/fassungen/2.pdf?sprache=en");
        assertThat(paper.getContentType()).isEqualTo("application/pdf");
        assertThat(paper.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"strategie-2.pdf\"");
        assertThat(SiteInMemory.html(paper)).isEqualTo("%PDF-en");
        for (String nowhere : new String[] {"3.pdf", "0.pdf", "x.pdf", "1.PDF", "99999999999.pdf"}) {
            assertThat(site.ask("/modellansatz/strategie/fassungen/" + nowhere).getStatus())
                    .as(nowhere)
                    .isEqualTo(404);
        }
    }

    @Test
    void changesAreToldSectionBySection() {
        site.approach.published();
        String page = site.html("/modellansatz/produkte/fassungen/2");
        assertThat(page)
                .contains(
                        "<h3 lang=\"de\">Katalog</h3>", "<h3 lang=\"de\">Pflege</h3>", "<h3 lang=\"de\">Verteiler</h3>")
                .containsPattern("<del>.*Merkblatt")
                .containsPattern("<ins>.*Leitfaden");
        assertThat(site.read("/modellansatz/produkte/fassungen/1")).contains("Dies ist die erste Fassung.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/modellansatz/gibt-es-nicht",
                "/modellansatz/Strategie",
                "/modellansatz/STRATEGY",
                "/modellansatz/strategie/fassungen/0",
                "/modellansatz/strategie/fassungen/01",
                "/modellansatz/strategie/fassungen/3",
                "/modellansatz/strategie/fassungen/abc",
                "/modellansatz/strategie/fassungen/99999999999999999999",
                "/modellansatz/gibt-es-nicht/fassungen",
                "/modellansatz/massnahmen"
            })
    void whatIsNotPublishedIsNotThere(String address) {
        site.approach.published();
        MockHttpServletResponse answer = site.ask(address);
        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void theComparisonShowsWhatIsReleasedInWordsAndNumbers() {
        site.approach.published();
        site.approach.release("muenster", "STRATEGY", 3, 1);
        site.approach.release("partner07", "PRODUCTS", 0, null);
        site.approach.compare(new ComparedStep("workshops", "write-minutes", "Protokoll schreiben", 6, 30, 72, 200));
        assertThat(site.read("/modellansatz/vergleich"))
                .contains(
                        "Münster nicht freigegeben 3 – umgesetzt nicht freigegeben",
                        "Ein weiteres Mitglied hat nichts freigegeben.",
                        "Münster Strategie 3 – umgesetzt in Arbeit Fassung 1 1. Dezember 2025 Bericht muenster",
                        "Partnerkommune 07 Produkte 0 – nicht vorhanden in Arbeit keine Angabe 1. Dezember 2025",
                        "Protokoll schreiben 6 30 Stunden 3 Tage 8 Tage");
        assertThat(site.html("/modellansatz/vergleich"))
                .contains("href=\"/modellansatz/strategie/fassungen/1\"")
                .doesNotContain("??");
    }

    @Test
    void aComparisonOfNothingSaysSo() {
        site.approach.founded();
        assertThat(site.read("/modellansatz/vergleich"))
                .contains(
                        "Noch hat keine Kommune etwas freigegeben.",
                        "3 weitere Mitglieder haben nichts freigegeben.",
                        "Noch haben zu wenige Kommunen Dauern veröffentlicht.");
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheNextAnswer() {
        site.approach.published();
        site.approach.release("muenster", "STRATEGY", 3, 1);
        String before = site.ask("/modellansatz/vergleich").getHeader("ETag");
        assertThat(site.read("/modellansatz/vergleich")).contains("3 – umgesetzt in Arbeit");
        site.approach.withdraw("muenster", "STRATEGY");
        assertThat(site.read("/modellansatz/vergleich")).doesNotContain("3 – umgesetzt in Arbeit", "Bericht muenster");
        assertThat(site.ask("/modellansatz/vergleich").getHeader("ETag")).isNotEqualTo(before);
    }

    @Test
    void membersSayThatTheyShareIt() {
        assertThat(site.read("/muenster")).doesNotContain("Gemeinsam mit anderen");
        site.approach.founded();
        site.settle("kleinstadt", "Kleinstadt");
        assertThat(site.read("/muenster"))
                .contains("Münster ist seit dem 1. März 2024 Mitglied: Städteverbund Kreislaufwirtschaft.");
        assertThat(site.html("/kleinstadt")).contains("href=\"/modellansatz\"").doesNotContain("Gemeinsam mit anderen");
        assertThat(site.html("/")).contains("href=\"/modellansatz\"", "href=\"/modellansatz/vergleich\"");
        assertThat(site.html("/muenster/massnahmen/kreislaufstadt")).contains("href=\"/modellansatz\"");
        assertThat(site.html("/sitemap.xml"))
                .contains("<loc>https://klima.example/modellansatz/leitbild-und-ziele</loc>");
    }

    @Test
    void everythingIsSaidInEnglishToo() {
        site.approach.published();
        site.approach.release("muenster", "STRATEGY", 4, 1);
        assertThat(site.read("/modellansatz?sprache=en"))
                .contains(
                        "Common model approach",
                        "Version 1, adopted on 29 May 2025",
                        "Case cities: Münster",
                        "large city");
        assertThat(site.read("/modellansatz/strategie?sprache=en"))
                .contains("Strategy", "The text exists in German only.", "2 of 3 members gave an answer.");
        assertThat(site.read("/modellansatz/vergleich?sprache=en"))
                .contains("4 – established and reviewed", "under way", "not released");
        assertThat(site.read("/modellansatz/strategie/fassungen/2?sprache=en"))
                .contains("it was withdrawn on 20 December 2025");
        assertThat(site.html("/modellansatz?sprache=en"))
                .contains("href=\"/modellansatz/strategie?sprache=en\"", "lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void theFeedTellsOfVersionsAndWithdrawals() {
        site.approach.published();
        String feed = site.html("/modellansatz/feed.atom");
        assertThat(feed)
                .contains(
                        "<title>Modellansatz: Städteverbund Kreislaufwirtschaft</title>",
                        "<title>Strategie, Fassung 2: zurückgezogen</title>",
                        "tag:klima.example,2025:modellansatz/produkte/2</id>",
                        "https://klima.example/modellansatz/produkte/fassungen/2")
                .doesNotContain("??");
        assertThat(feed.indexOf("Fassung 2: zurückgezogen")).isLessThan(feed.indexOf("Produkte, Fassung 2"));
        assertThat(site.ask("/modellansatz/feed.atom").getContentType()).startsWith("application/atom+xml");
    }

    @Test
    void theAssociationAnswersForItself() {
        assertThat(site.ask("/modellansatz/impressum").getStatus()).isEqualTo(404);
        site.approach.founded();
        assertThat(site.read("/modellansatz/impressum")).contains("Der Verbund, vertreten durch seine Geschäftsstelle");
        assertThat(site.read("/modellansatz/barrierefreiheit")).contains("verbund@staedte.example");
        assertThat(site.html("/modellansatz"))
                .contains("href=\"/modellansatz/impressum\"", "href=\"/modellansatz/datenschutz\"");
        assertThat(site.html("/muenster")).contains("href=\"/muenster/impressum\"");
        assertThat(site.ask("/modellansatz/impress%75m").getStatus()).isEqualTo(404);
    }

    @Test
    void othersShowAPictureBesideTheLink() {
        site.approach.founded();
        assertThat(site.ask("/modellansatz/vorschau.png").getContentType()).isEqualTo("image/png");
    }
}
