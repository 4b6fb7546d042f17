package de.kreislaufstadt.website;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.Finance;
import de.kreislaufstadt.released.ReleasedMeasure.Pathway;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** All measures of a municipality at a glance, and the pages round them. */
class OverviewPageTest {

    private final SiteInMemory site = new SiteInMemory().withExamples();

    @Test
    void everyDecidedMeasureIsCountedWhetherItIsPublishedOrNot() {
        assertThat(site.read("/muenster"))
                .contains("2 veröffentlichte Maßnahmen")
                .contains("12 weitere Maßnahmen sind beschlossen und noch nicht veröffentlicht.")
                .contains("Wirtschaft und Wissenschaft (1)", "Energieerzeugung (1)", "Workshops (1)")
                .contains("2 Maßnahmen gefunden");
        site.released.unpublished(MUNICIPALITY, 1);
        assertThat(site.read("/muenster")).contains("Eine weitere Maßnahme ist beschlossen");
        site.released.unpublished(MUNICIPALITY, 0);
        assertThat(site.read("/muenster")).contains("Alle beschlossenen Maßnahmen sind veröffentlicht.");
    }

    @Test
    void sumsSayHowManyStateAValue() {
        assertThat(site.read("/muenster"))
                .contains("Kosten 1 von 2 nennen einen Wert: zusammen 10.000 €")
                .contains("CO2 Keine der Maßnahmen nennt einen einzelnen Wert.");
    }

    @Test
    void aCostThatMeasuresShareIsCountedOnce() {
        for (int i = 1; i <= 3; i++) {
            ReleasedMeasure sharing = ReleasedExamples.with(
                    ReleasedExamples.with(
                            ReleasedExamples.titled(ReleasedExamples.rich(), "Gemeinsam " + i), "number", "XX-" + i),
                    "finance",
                    new Finance("NONE", "Stadtwerke", null, null));
            site.release(UUID.randomUUID(), sharing);
        }
        assertThat(site.read("/muenster"))
                .contains("Kosten 4 von 5 nennen einen Wert: zusammen 20.000 €")
                .contains("Gemeinsame Kosten mehrerer Maßnahmen zählen einmal, Spannen zählen nicht mit.");
    }

    @Test
    void everyFieldHasAFeedThatIsLinkedAndAFieldOfTheCitysOwnIsCalledWhatItCallsIt() {
        Pathway known = ReleasedExamples.bare().pathway();
        ReleasedMeasure own = ReleasedExamples.with(
                ReleasedExamples.titled(ReleasedExamples.bare(), "Hafen"),
                "pathway",
                new Pathway(new Term("HARBOUR", "Hafen und Schiffe", null), known.type(), null, null, null, null));
        site.release(UUID.randomUUID(), ReleasedExamples.with(own, "number", "XX-1"));
        assertThat(site.html("/muenster"))
                .contains("href=\"/muenster/felder/energy/feed.atom\"", "Neuigkeiten: Energieerzeugung (Atom)")
                .contains("href=\"/muenster/felder/harbour/feed.atom\"");
        assertThat(site.ask("/muenster/felder/harbour/feed.atom").getStatus()).isEqualTo(200);
        assertThat(site.read("/muenster?feld=ENERGY"))
                .contains("Hafen und Schiffe (1)")
                .doesNotContain("HARBOUR");
    }

    @Test
    void filtersStandInTheAddress() {
        assertThat(site.read("/muenster?feld=ENERGY"))
                .contains("Eine Maßnahme gefunden", "EE-03")
                .doesNotContain("WW-09");
        assertThat(site.read("/muenster?stand=WORKSHOPS&sortierung=titel"))
                .contains("WW-09")
                .doesNotContain("EE-03");
        assertThat(site.read("/muenster?q=kreislauf")).contains("WW-09").doesNotContain("EE-03");
        assertThat(site.html("/muenster?q=%22%3E%3Cscript%3E")).doesNotContain("<script");
        assertThat(site.html("/muenster?feld=ENERGY")).contains("value=\"ENERGY\" selected");
    }

    @Test
    void anUnknownFilterFindsNothingAndSaysSo() {
        MockHttpServletResponse answer = site.ask("/muenster?feld=GIBT_ES_NICHT&q=%00");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(site.read("/muenster?feld=GIBT_ES_NICHT"))
                .contains("Keine Maßnahme gefunden", "Zu dieser Auswahl gibt es keine veröffentlichte Maßnahme.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "2", "1.5", "abc", "99999999999", "%00"})
    void aPageThatIsNotThere(String page) {
        assertThat(site.ask("/muenster?seite=" + page).getStatus()).isEqualTo(404);
    }

    @Test
    void aLongListHasPages() {
        for (int i = 0; i < 25; i++) {
            site.release(UUID.randomUUID(), ReleasedExamples.bare());
        }
        assertThat(site.read("/muenster"))
                .contains("Seite 1 von 2", "Nächste Seite")
                .doesNotContain("Vorige Seite");
        assertThat(site.html("/muenster?feld=ENERGY")).contains("href=\"/muenster?feld=ENERGY&amp;seite=2\"");
        assertThat(site.read("/muenster?seite=2")).contains("Seite 2 von 2", "Vorige Seite");
    }

    @Test
    void whatIsPublishedIsInTheNextAnswer() {
        assertThat(site.read("/muenster")).contains("2 veröffentlichte");
        site.release(UUID.randomUUID(), ReleasedExamples.bare());
        assertThat(site.read("/muenster")).contains("3 veröffentlichte");
    }

    @Test
    void theDataAreAtHand() {
        assertThat(site.html("/muenster")).contains("href=\"/muenster/daten\"");
        assertThat(site.html("/muenster/massnahmen/kreislaufstadt"))
                .contains("href=\"/muenster/massnahmen/kreislaufstadt/rohdaten.json\"");
    }

    @Test
    void theRootLeadsToTheOnlyMunicipalityOrLetsChoose() {
        assertThat(site.ask("/").getHeader("Location")).isEqualTo("/muenster");
        assertThat(site.ask("/impressum?sprache=en").getHeader("Location")).isEqualTo("/muenster/impressum?sprache=en");
        site.settle("anderswo", "Anderswo");
        site.released.touch("anderswo");
        assertThat(site.ask("/").getStatus()).isEqualTo(200);
        assertThat(site.html("/")).contains("href=\"/anderswo\"");
        assertThat(site.html("/impressum")).contains("href=\"/anderswo/impressum\"");
    }

    @Test
    void textsOfTheMunicipalityAreMarkdownAndNeverAct() {
        assertThat(site.html("/muenster/impressum"))
                .contains("<strong>Oberbürgermeister</strong>", "&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(site.html("/muenster/impressum")).containsOnlyOnce("<h1");
        assertThat(site.read("/muenster/barrierefreiheit"))
                .contains("EN 301 549", "klima@stadt.example", "Ombudsstelle");
        assertThat(site.read("/muenster/leichte-sprache")).contains("noch nicht");
    }

    @Test
    void whatIsNotThereHelpsOn() {
        assertThat(site.read("/muenster/massnahmen/nichts"))
                .contains("Diese Seite gibt es nicht", "Maßnahmen durchsuchen", "klima@stadt.example");
        assertThat(site.ask("/nirgends").getStatus()).isEqualTo(404);
        assertThat(site.ask("/muenster/massnahmen").getHeader("Location")).isEqualTo("/muenster");
    }
}
