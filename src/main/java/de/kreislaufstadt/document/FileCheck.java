package de.kreislaufstadt.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Says what a file is by its content. The name has to agree: a clerk who opens a file trusts its ending, and so does the
 * program that opens it.
 */
@Component
class FileCheck {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final Map<String, FileType> BY_CONTENT = Map.of(
            "application/pdf", FileType.PDF,
            "image/png", FileType.PNG,
            "image/jpeg", FileType.JPEG,
            "image/webp", FileType.WEBP);

    /** Few letters with umlauts in an older encoding look like any bytes; whether it is text, the whole file says. */
    private static final Set<String> READS_AS_TEXT = Set.of("text/plain", "application/octet-stream");

    /** What runs when it is opened, with what Tika calls it. */
    private static final Set<String> EXECUTABLE = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-coredump",
            "application/x-mach-o",
            "application/x-mach-o-universal",
            "application/java-vm",
            "application/x-sh",
            "application/x-bat",
            "application/x-ms-shortcut",
            "text/x-python",
            "text/x-perl");

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

    /**
     * @return what the file is
     * @throws DocumentRefused if such files are not taken, or the name says it is something else
     */
    FileType check(Path file, FileName name) throws IOException {
        FileType type = typeOf(file, name);
        if (!type.endsLike(name)) {
            throw DocumentRefused.type("mismatch", type.label(), "." + name.ending());
        }
        return type;
    }

    private FileType typeOf(Path file, FileName name) throws IOException {
        if (startsLikeZip(file)) {
            return OfficePackage.typeOf(file);
        }
        String detected = detect(file);
        FileType known = BY_CONTENT.get(detected);
        if (known != null) {
            return known;
        }
        if (READS_AS_TEXT.contains(detected) && PlainText.isText(file)) {
            return FileType.CSV.endsLike(name) ? FileType.CSV : FileType.TEXT;
        }
        throw DocumentRefused.type(reasonAgainst(detected));
    }

    private static String reasonAgainst(String detected) {
        if (EXECUTABLE.contains(detected)) {
            return "executable";
        }
        return switch (detected) {
            case "image/svg+xml" -> "svg";
            case "text/html", "application/xhtml+xml" -> "page";
            case "application/x-tika-msoffice",
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint" -> "oldOffice";
            default -> "other";
        };
    }

    private static boolean startsLikeZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(ZIP.length);
            return Arrays.equals(start, ZIP);
        }
    }

    // Without the name: it would turn plain bytes into whatever it ends with.
    private String detect(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MediaType type = magic.detect(in, new Metadata());
            return type.getBaseType().toString();
        }
    }
}
