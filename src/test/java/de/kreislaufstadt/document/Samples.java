package de.kreislaufstadt.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind, made here: each has what tells its kind, and little more. */
final class Samples {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String WORD_MAIN = OFFICE + "wordprocessingml.document.main+xml";

    private Samples() {}

    static byte[] pdf() {
        return pdf(1000);
    }

    /** @return a file of this length that begins as every PDF does */
    static byte[] pdf(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        byte[] start = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, bytes, 0, start.length);
        byte[] end = "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(end, 0, bytes, length - end.length, end.length);
        return bytes;
    }

    static byte[] exe() {
        byte[] bytes = new byte[512];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3c] = (byte) 0x80;
        bytes[0x80] = 'P';
        bytes[0x81] = 'E';
        bytes[0x84] = 0x64;
        bytes[0x85] = (byte) 0x86;
        return bytes;
    }

    static byte[] elf() {
        byte[] bytes = new byte[256];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, bytes, 0, 7);
        bytes[16] = 2;
        return bytes;
    }

    static byte[] oldWord() {
        byte[] bytes = new byte[1024];
        byte[] signature = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        return bytes;
    }

    static byte[] png() {
        return Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    static byte[] jpeg() {
        byte[] bytes = new byte[128];
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1};
        System.arraycopy(start, 0, bytes, 0, start.length);
        bytes[126] = (byte) 0xFF;
        bytes[127] = (byte) 0xD9;
        return bytes;
    }

    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    static byte[] svg() {
        return text(
                "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    }

    static byte[] html() {
        return text("<!DOCTYPE html>\n<html><head><title>x</title></head><body>y</body></html>");
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] docx() {
        return office(WORD_MAIN, "word/document.xml", Map.of());
    }

    static byte[] xlsx() {
        return office(OFFICE + "spreadsheetml.sheet.main+xml", "xl/workbook.xml", Map.of());
    }

    static byte[] pptx() {
        return office(OFFICE + "presentationml.presentation.main+xml", "ppt/presentation.xml", Map.of());
    }

    /** A Word document that says it has macros. */
    static byte[] docm() {
        return office(
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "word/document.xml",
                Map.of("word/vbaProject.bin", "x"));
    }

    /** A document with macros that calls itself one without. */
    static byte[] disguisedMacro() {
        return office(WORD_MAIN, "word/document.xml", Map.of("word/vbaProject.bin", "x"));
    }

    static byte[] docxWith(String entry) {
        return office(WORD_MAIN, "word/document.xml", Map.of(entry, "x"));
    }

    /** A list of types that claims a document which is not there. */
    static byte[] emptyClaim() {
        return zip(Map.of("[Content_Types].xml", types(WORD_MAIN, "word/document.xml"), "readme.txt", "x"));
    }

    static byte[] odt(String... more) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put("META-INF/manifest.xml", "<manifest/>");
        entries.put("content.xml", "<x/>");
        for (String entry : more) {
            entries.put(entry, "x");
        }
        return zip(entries);
    }

    static byte[] zip() {
        return zip(Map.of("bericht.txt", "Hallo"));
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A list of types that unpacks to a hundred times its size. */
    static byte[] bomb() {
        return zip(Map.of("[Content_Types].xml", "<Types>" + " ".repeat(50_000_000)));
    }

    /** A list of types that would read a file of the machine. */
    static byte[] foreignEntity() {
        return withDoctype("<!ENTITY e SYSTEM \"file:///etc/hostname\">");
    }

    /** A list of types whose entities grow to billions of characters. */
    static byte[] growingEntities() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        return withDoctype(entities + "<!ENTITY e \"&e9;\">");
    }

    private static byte[] withDoctype(String entities) {
        String types = types(WORD_MAIN, "word/document.xml")
                .replace("<Types", "<!DOCTYPE Types [" + entities + "]><Types")
                .replace("</Types>", "&e;</Types>");
        return zip(Map.of("[Content_Types].xml", types, "word/document.xml", "<x/>"));
    }

    private static byte[] office(String mainType, String main, Map<String, String> more) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", types(mainType, main));
        entries.put(main, "<x/>");
        entries.putAll(more);
        return zip(entries);
    }

    private static String types(String mainType, String main) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/" + main + "\" ContentType=\"" + mainType + "\"/></Types>";
    }
}
