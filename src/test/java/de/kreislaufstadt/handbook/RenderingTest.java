package de.kreislaufstadt.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.handbook.Chapter.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How Markdown becomes a page of the handbook. */
class RenderingTest {

    @Test
    void markupInHtmlIsShownAndDoesNothing() {
        String html = html("<script>alert(1)</script>\n\nText mit <b onclick=\"x\">Knopf</b>.");

        assertThat(html).doesNotContain("<script", "<b ").contains("&lt;script&gt;");
        assertThat(html("[Klick](javascript:alert)")).doesNotContain("javascript");
    }

    @Test
    void linksLeadToPagesInsteadOfFiles() {
        assertThat(html("[a](review-proposal.md)")).contains("href=\"review-proposal\"");
        assertThat(html("[a](../fristen.md#feiertage)")).contains("href=\"../fristen#feiertage\"");
        assertThat(html("[a](../README.md)")).contains("href=\"../\"");
        assertThat(html("[a](README.md)")).contains("href=\"./\"");
        assertThat(html("[a](https://www.difu.de/a.md)")).contains("href=\"https://www.difu.de/a.md\"");
    }

    @Test
    void headingsCanBeLinkedToAndTablesAreTables() {
        assertThat(html("## Was danach passiert?")).contains("<h2 id=\"was-danach-passiert\">");
        assertThat(html("| Wer | Bis wann |\n| --- | --- |\n| Difu | 5 |")).contains("<th>Wer</th>", "<td>Difu</td>");
    }

    @Test
    void theTableOfContentsIsReadFromListsBelowHeadings() {
        List<Chapter> chapters = Markdown.chapters(Markdown.read(
                "# Handbuch\n\n## Fristen\n\n- [Feiertage](feiertage.md): frei\n- ohne Seite\n\n## Leer\n"));

        assertThat(chapters).containsExactly(new Chapter("Fristen", List.of(new Entry("feiertage", "Feiertage"))));
    }

    @Test
    void aPageSaysWhereItStandsAndWhatComesBeforeAndAfter() {
        List<Chapter> chapters =
                List.of(new Chapter("A & B", List.of(new Entry("eins", "Eins"), new Entry("zwei", "Zwei"))));

        String page = Layout.page(new Handbook.Page("eins", "Eins", "<h1>Eins</h1>"), chapters);

        assertThat(page).contains("<html lang=\"de\">", "<title>Eins – Handbuch", "A &amp; B");
        assertThat(page)
                .contains("handbuch/eins\" aria-current=\"page\"", "rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
    }

    private static String html(String markdown) {
        return Markdown.html(Markdown.read(markdown));
    }
}
