package de.kreislaufstadt.website;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom feeds (RFC 4287) in the language of their links. */
final class Atom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Links links;
    private final Pages pages;

    Atom(Links links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    /**
     * What a feed is.
     *
     * @param self address of the feed
     * @param page address of the page that shows the same to people
     */
    record Head(String title, String subtitle, String author, String self, String page) {}

    /**
     * Something new.
     *
     * @param id what tells it from all others of this year; the same for ever
     * @param link address of the page that shows it
     */
    record Entry(String id, String title, Instant at, String link, String summary) {}

    /** @param entries newest first */
    byte[] write(Head head, List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", links.language().getLanguage());
            element(xml, "id", "tag:" + host() + ",2026:" + head.self().replaceAll("\\?.*", "") + language());
            element(xml, "title", head.title());
            element(xml, "subtitle", head.subtitle());
            element(
                    xml,
                    "updated",
                    (entries.isEmpty() ? Instant.EPOCH : entries.get(0).at()).toString());
            link(xml, "self", "application/atom+xml", head.self());
            link(xml, "alternate", "text/html", head.page());
            xml.writeStartElement("author");
            element(xml, "name", head.author());
            xml.writeEndElement();
            for (Entry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(
                xml,
                "id",
                "tag:" + host() + "," + entry.at().atZone(Words.BERLIN).getYear() + ":" + entry.id() + language());
        element(xml, "title", plain(entry.title()));
        element(xml, "updated", entry.at().toString());
        element(xml, "published", entry.at().toString());
        link(xml, "alternate", "text/html", entry.link());
        element(xml, "summary", plain(entry.summary()));
        xml.writeEndElement();
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
