package de.kreislaufstadt.website;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures.Change;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes releases as an Atom feed (RFC 4287). What is live makes no entry: it is not released, it just is so. */
final class Feed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Municipality city;
    private final Links links;
    private final Pages pages;
    private final Words words;

    Feed(Municipality city, Links links, Pages pages) {
        this.city = city;
        this.links = links;
        this.pages = pages;
        this.words = pages.words();
    }

    /**
     * @param changes newest first
     * @param self address of the feed
     * @param page address of the page that shows the same to people
     */
    byte[] write(List<Change> changes, String self, String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", links.language().getLanguage());
            element(xml, "id", "tag:" + host() + ",2026:" + self.replaceAll("\\?.*", "") + language());
            element(xml, "title", words.text("feed.title", city.name()));
            element(xml, "subtitle", words.text("feed.subtitle"));
            element(
                    xml,
                    "updated",
                    (changes.isEmpty() ? Instant.EPOCH : changes.get(0).releasedAt()).toString());
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", page);
            xml.writeStartElement("author");
            element(xml, "name", city.name());
            xml.writeEndElement();
            for (Change change : changes) {
                entry(xml, change);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Change change) throws XMLStreamException {
        String causes = words.codes("cause", change.causes());
        xml.writeStartElement("entry");
        element(
                xml,
                "id",
                "tag:" + host() + "," + change.releasedAt().atZone(Words.BERLIN).getYear() + ":" + city.id() + "/"
                        + change.number() + "/" + change.version() + language());
        element(xml, "title", plain(causes.isEmpty() ? change.title() : change.title() + ": " + causes));
        element(xml, "updated", change.releasedAt().toString());
        element(xml, "published", change.releasedAt().toString());
        link(xml, "alternate", "text/html", links.version(change.slug(), change.version()));
        element(xml, "summary", plain(summary(change)));
        xml.writeEndElement();
    }

    /** What a reader decides by whether to come and look: which fields say something else now. */
    private String summary(Change change) {
        String fields = change.fields().stream().map(words::path).distinct().collect(Collectors.joining(", "));
        String what = fields.isEmpty()
                ? words.text(change.version() == 1 ? "feed.first" : "feed.same")
                : words.text("feed.changed", fields);
        return words.text("stand.version", change.version(), words.day(change.releasedAt())) + ". " + what;
    }

    private void link(XMLStreamWriter xml, String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", pages.absolute(address));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** XML 1.0 knows no control characters. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** The same in another language is another entry. */
    private String language() {
        return Locale.ENGLISH.equals(links.language()) ? "/en" : "";
    }

    private String host() {
        String host = URI.create(pages.absolute("/")).getHost();
        return host == null ? "kreislaufstadt" : host;
    }
}
