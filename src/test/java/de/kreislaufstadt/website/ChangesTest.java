package de.kreislaufstadt.website;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What the public can follow of a measure: its versions, what each changed, feeds, and pictures that say nothing else. */
class ChangesTest {

    private static final String PAGE = "/muenster/massnahmen/kreislaufstadt";

    private static final Date SECOND = Date.from(SiteInMemory.NOW);

    private final SiteInMemory site = new SiteInMemory().withExamples();

    @Test
    void everyReleasedVersionIsThereWithWhatItChanged() {
        site.release(site.rich, renamed());
        assertThat(site.read("/muenster/massnahmen/stadt-im-kreislauf/fassungen"))
                .containsSubsequence("Fassung 2", "Anlass: Beschluss", "Fassung 1");
        String changed = site.html("/muenster/massnahmen/stadt-im-kreislauf/fassungen/2");
        assertThat(changed).contains("<ins", "<del");
        assertThat(SiteInMemory.words(changed))
                .contains("Fassung 2 : Stadt im Kreislauf", "Titel", "entfernt: Kreislaufstadt")
                .doesNotContain("Wer macht es?");
        assertThat(site.read("/muenster/massnahmen/stadt-im-kreislauf/fassungen/1"))
                .contains("Dies ist die erste veröffentlichte Fassung.");
    }

    @Test
    void anAddressSurvivesAChangeOfTitle() {
        site.release(site.rich, renamed());
        for (String rest : new String[] {"", "/fassungen", "/feed.atom", "/vorschau.png", "/indikator-1.svg"}) {
            MockHttpServletResponse moved = site.ask(PAGE + rest + "?sprache=en");
            assertThat(moved.getStatus()).isEqualTo(301);
            assertThat(moved.getHeader("Location"))
                    .isEqualTo("/muenster/massnahmen/stadt-im-kreislauf" + rest + "?sprache=en");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/fassungen/2", "/fassungen/0", "/fassungen/99999999999", "/indikator-2.svg", "/indikator-0.svg"
            })
    void whatThereIsNone(String rest) {
        assertThat(site.ask(PAGE + rest).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/muenster/feed.atom", "/muenster/felder/economy_science/feed.atom", PAGE + "/feed.atom"})
    void aFeedTellsOfReleases(String address) throws Exception {
        site.release(site.rich, renamed());
        String today = address.replace("/kreislaufstadt/", "/stadt-im-kreislauf/");
        MockHttpServletResponse answer = site.ask(today);
        assertThat(answer.getContentType()).isEqualTo("application/atom+xml");
        Element feed = read(answer).getDocumentElement();
        assertThat(feed.getElementsByTagName("entry").getLength())
                .isEqualTo(address.equals("/muenster/feed.atom") ? 3 : 2);
        assertThat(feed.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2026-01-02T03:04:05Z");
        assertThat(feed.getTextContent())
                .contains("tag:klima.example,2026:muenster/WW-09/2", "Stadt im Kreislauf: Beschluss");
        assertThat(answer.getContentAsString())
                .contains("href=\"https://klima.example/muenster/massnahmen/stadt-im-kreislauf/fassungen/2\"")
                .contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://klima.example" + today + "\"");
    }

    @Test
    void anEntryNamesTheFieldsThatSaySomethingElse() throws Exception {
        site.release(site.rich, renamed());
        List<String> summaries = entries(PAGE.replace("/kreislaufstadt", "/stadt-im-kreislauf") + "/feed.atom")
                .map(entry -> entry.getSummary().getValue())
                .toList();
        assertThat(summaries)
                .containsExactly(
                        "Fassung 2, freigegeben am 2. Januar 2026. Geändert: Titel.",
                        "Fassung 1, freigegeben am 2. Januar 2026. Erste veröffentlichte Fassung.");
        site.release(site.rich, renamed());
        assertThat(entries("/muenster/feed.atom?sprache=en"))
                .anyMatch(entry -> entry.getSummary().getValue().endsWith("The content has stayed the same."));
    }

    /** RFC 4287, 4.1.1 and 4.1.2: what a reader may rely on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/muenster/feed.atom",
                "/muenster/feed.atom?sprache=en",
                "/muenster/felder/economy_science/feed.atom",
                PAGE + "/feed.atom"
            })
    void aFeedReaderFindsWhateverAFeedMustHave(String address) throws Exception {
        site.release(site.rich, ReleasedExamples.rich());
        Feed feed = feed(address);
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getId()).startsWith("tag:klima.example,2026:/muenster");
        assertThat(feed.getTitle()).isNotBlank();
        assertThat(feed.getUpdated()).isEqualTo(SECOND);
        assertThat(feed.getAuthors()).extracting("name").containsExactly("Münster");
        assertThat(feed.getOtherLinks())
                .extracting(Link::getRel, Link::getHref)
                .containsExactly(tuple("self", "https://klima.example" + address));
        assertThat(feed.getAlternateLinks()).hasSize(1);
        assertThat(feed.getEntries()).isNotEmpty().doesNotHaveDuplicates().allSatisfy(entry -> {
            assertThat(entry.getId()).startsWith("tag:klima.example,2026:muenster/");
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(entry.getUpdated()).isEqualTo(SECOND);
            assertThat(entry.getAlternateLinks())
                    .singleElement()
                    .satisfies(link -> assertThat(site.ask(link.getHref().replace("https://klima.example", ""))
                                    .getStatus())
                            .isEqualTo(200));
        });
        assertThat(feed.getEntries()).extracting(Entry::getId).doesNotHaveDuplicates();
    }

    @Test
    void aFieldNobodyHasAndAWithdrawnMeasureHaveNoFeed() {
        assertThat(site.ask("/muenster/felder/mobility/feed.atom").getStatus()).isEqualTo(404);
        site.released.withdraw(MUNICIPALITY, site.rich);
        assertThat(site.ask(PAGE + "/feed.atom").getStatus()).isEqualTo(404);
        assertThat(site.ask(PAGE + "/fassungen/1").getStatus()).isEqualTo(404);
        assertThat(site.html("/muenster/feed.atom")).doesNotContain("WW-09");
    }

    @Test
    void aChartShowsTheCourseAndItsWordsSayTheSame() throws Exception {
        assertThat(site.html(PAGE))
                .contains("alt=\"Verlauf von Starterprojekte: von 1 am 31. Dezember 2024 auf 2 am 31. Dezember 2025.")
                .contains("src=\"/muenster/massnahmen/kreislaufstadt/indikator-1.svg\"");
        MockHttpServletResponse chart = site.ask(PAGE + "/indikator-1.svg");
        assertThat(read(chart).getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 680 300");
        assertThat(chart.getContentAsString()).doesNotContain(" style=", "<script", "DOCTYPE");
    }

    @Test
    void aPreviewIsAPictureOfTheUsualSize() throws Exception {
        var image = ImageIO.read(
                new ByteArrayInputStream(site.ask(PAGE + "/vorschau.png").getContentAsByteArray()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(site.html(PAGE))
                .contains("property=\"og:image\" content=\"https://klima.example" + PAGE + "/vorschau.png\"");
    }

    @Test
    void searchEnginesFindEveryPage() {
        assertThat(site.html("/robots.txt")).contains("Sitemap: https://klima.example/sitemap.xml");
        assertThat(site.html("/sitemap.xml"))
                .contains("<loc>https://klima.example/muenster</loc>", "<loc>https://klima.example" + PAGE + "</loc>");
    }

    /** @return the same measure under another title */
    static ReleasedMeasure renamed() {
        return ReleasedExamples.titled(ReleasedExamples.rich(), "Stadt im Kreislauf");
    }

    private Stream<Entry> entries(String address) throws Exception {
        return feed(address).getEntries().stream();
    }

    private Feed feed(String address) throws Exception {
        return (Feed) new WireFeedInput(true, Locale.ROOT)
                .build(new InputSource(
                        new ByteArrayInputStream(site.ask(address).getContentAsByteArray())));
    }

    private static Document read(MockHttpServletResponse answer) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }
}
