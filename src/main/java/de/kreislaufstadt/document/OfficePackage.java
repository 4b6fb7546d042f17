package de.kreislaufstadt.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a ZIP file: Office documents say in it what they are and whether they carry macros. Only this list of contents is
 * read, never the document, and no more than a fixed number of bytes is unpacked.
 */
final class OfficePackage {

    /** Where OpenDocument files say what they are. */
    private static final String OPEN_DOCUMENT_TYPE = "mimetype";

    private static final String OFFICE_TYPES = "[Content_Types].xml";

    private static final Set<FileType> OPEN_DOCUMENT = Set.of(FileType.ODT, FileType.ODS, FileType.ODP, FileType.ODG);

    private static final Map<String, FileType> OFFICE = Map.of(
            FileType.DOCX.mediaType() + ".main+xml", FileType.DOCX,
            FileType.XLSX.mediaType() + ".main+xml", FileType.XLSX,
            FileType.PPTX.mediaType() + ".main+xml", FileType.PPTX,
            FileType.PPSX.mediaType() + ".main+xml", FileType.PPSX);

    /** Macro-enabled main parts, macro projects and their data, Excel 4 macro sheets, controls that run code. */
    private static final Pattern ACTIVE_TYPES =
            Pattern.compile(".*(macroenabled|vbaproject|vbadata|macrosheet|activex).*", Pattern.CASE_INSENSITIVE);

    /** Macro projects whatever the list of types says, and OpenDocument's folders of macros. */
    private static final Pattern ACTIVE_ENTRIES =
            Pattern.compile("(.*/)?vbaproject\\.bin|(basic|scripts)/.+", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROGRAMS = Pattern.compile(
            ".*\\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|class|lnk)", Pattern.CASE_INSENSITIVE);

    private OfficePackage() {}

    /**
     * @return the kind of Office document
     * @throws DocumentRefused if it is another ZIP file, carries macros or programs, or is damaged
     */
    static FileType typeOf(Path file) throws IOException {
        ZipDirectory.check(file);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            FileType type = declared(zip);
            refuseActive(zip);
            return type;
        } catch (ZipException e) {
            throw DocumentRefused.type("damaged");
        }
    }

    private static FileType declared(ZipFile zip) throws IOException {
        ZipEntry types = zip.getEntry(OFFICE_TYPES);
        if (types != null) {
            return office(zip, types);
        }
        ZipEntry mimetype = zip.getEntry(OPEN_DOCUMENT_TYPE);
        if (mimetype != null && zip.getEntry("META-INF/manifest.xml") != null) {
            return openDocument(zip, mimetype);
        }
        throw DocumentRefused.type("archive");
    }

    private static FileType openDocument(ZipFile zip, ZipEntry mimetype) throws IOException {
        try (InputStream in = zip.getInputStream(mimetype)) {
            String said = new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
            return OPEN_DOCUMENT.stream()
                    .filter(type -> type.mediaType().equals(said))
                    .findFirst()
                    .orElseThrow(() -> DocumentRefused.type("other"));
        }
    }

    private static FileType office(ZipFile zip, ZipEntry list) throws IOException {
        FileType found = null;
        for (ContentTypes.Part part : ContentTypes.read(zip, list)) {
            if (ACTIVE_TYPES.matcher(part.type()).matches()) {
                throw DocumentRefused.type("macro");
            }
            FileType type = OFFICE.get(part.type().toLowerCase(Locale.ROOT));
            if (type != null && part.entry() != null && zip.getEntry(part.entry()) != null) {
                if (found != null && found != type) {
                    throw DocumentRefused.type("damaged");
                }
                found = type;
            }
        }
        if (found == null) {
            throw DocumentRefused.type("other");
        }
        return found;
    }

    private static void refuseActive(ZipFile zip) {
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (ACTIVE_ENTRIES.matcher(name).matches()) {
                throw DocumentRefused.type("macro");
            }
            if (PROGRAMS.matcher(name).matches()) {
                throw DocumentRefused.type("executable");
            }
        });
    }
}
