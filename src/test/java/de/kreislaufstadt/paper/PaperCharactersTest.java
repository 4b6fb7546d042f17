package de.kreislaufstadt.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever people type, a paper shows it or says that something stands there. */
class PaperCharactersTest {

    private static final String OPEN = "<b xmlns=\"http://www.w3.org/1999/XSL/Format\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Größe αβγ Привет ½ € CO₂ | Größe αβγ Привет ½ € CO₂",
                "Radweg 🚲. | Radweg {🚲}.",
                "🎉🎉 ✈\uFE0F ❤\uFE0F | {🎉🎉} {✈} ❤",
                "👩\u200D🔧 👍🏽 | {👩🔧} {👍🏽}",
                "a\u200Bb\u2060c | abc",
                "漢字 und مرحبا | [?] und [?]",
                "a\uE123b | a[?]b"
            })
    void everyCharacterIsInAFontOrSaid(String typed, String shown) throws Exception {
        assertThat(set(OPEN + typed + "</b>")).isEqualTo(OPEN + shown + "</b>");
    }

    @ParameterizedTest
    @CsvSource({"bookmark-title,http://www.w3.org/1999/XSL/Format", "text,http://www.w3.org/2000/svg"})
    void whereNoFontCanBeChosenTheTextStaysAsItIs(String element, String namespace) throws Exception {
        String document = "<" + element + " xmlns=\"" + namespace + "\">Radweg 🚲 漢字</" + element + ">";
        assertThat(set(document)).isEqualTo(document);
    }

    private static String set(String document) throws Exception {
        StringWriter written = new StringWriter();
        TransformerHandler end =
                ((SAXTransformerFactory) TransformerFactory.newDefaultInstance()).newTransformerHandler();
        end.getTransformer().setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        end.getTransformer().setOutputProperty(OutputKeys.ENCODING, "UTF-16");
        end.setResult(new StreamResult(written));
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(
                        new StreamSource(new StringReader(document)), new SAXResult(new PaperCharacters(end, "[?]")));
        return written.toString()
                .replaceAll("<fo:inline[^>]*font-family=\"Noto Emoji\"[^>]*>", "{")
                .replace("</fo:inline>", "}");
    }
}
