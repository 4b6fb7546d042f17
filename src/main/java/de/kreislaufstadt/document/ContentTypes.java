package de.kreislaufstadt.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The list in an Office document that names the type of each of its parts. */
final class ContentTypes {

    /** Documents with thousands of parts stay below; a packed bomb does not. */
    private static final int LONGEST_LIST = 4 * 1024 * 1024;

    private ContentTypes() {}

    /**
     * A type that occurs in the document.
     *
     * @param entry path of the part in the ZIP file; null where the type holds for all parts with an ending
     */
    record Part(String type, String entry) {}

    /** @throws DocumentRefused if the list is too long or not readable */
    static List<Part> read(ZipFile zip, ZipEntry list) throws IOException {
        try (InputStream in = zip.getInputStream(list)) {
            return parts(new Limited(in));
        } catch (XMLStreamException e) {
            throw DocumentRefused.type("damaged");
        }
    }

    private static List<Part> parts(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Part> parts = new ArrayList<>();
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                String type = xml.getAttributeValue(null, "ContentType");
                String name = xml.getAttributeValue(null, "PartName");
                if (type != null) {
                    parts.add(new Part(type, name == null ? null : name.replaceFirst("^/", "")));
                }
            }
        }
        return parts;
    }

    /** Ends with an error where the list becomes too long. */
    private static final class Limited extends FilterInputStream {

        private int left = LONGEST_LIST;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw DocumentRefused.type("damaged");
            }
        }
    }
}
