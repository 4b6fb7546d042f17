package de.kreislaufstadt.document;

import java.util.List;
import java.util.stream.Stream;

/** The types of files that are taken. SVG is none of them: it is a page with scripts that looks like a picture. */
enum FileType {
    PDF("application/pdf", "PDF", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint", "pptx"),
    PPSX("application/vnd.openxmlformats-officedocument.presentationml.slideshow", "PowerPoint", "ppsx"),
    ODT("application/vnd.oasis.opendocument.text", "OpenDocument", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "OpenDocument", "odp"),
    ODG("application/vnd.oasis.opendocument.graphics", "OpenDocument", "odg"),
    PNG("image/png", "PNG", "png"),
    JPEG("image/jpeg", "JPEG", "jpg", "jpeg"),
    WEBP("image/webp", "WebP", "webp"),
    TEXT("text/plain", "Text", "txt"),
    CSV("text/csv", "CSV", "csv");

    private final String mediaType;
    private final String label;
    private final List<String> endings;

    FileType(String mediaType, String label, String... endings) {
        this.mediaType = mediaType;
        this.label = label;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** @return short name for people, the same in every language */
    String label() {
        return label;
    }

    boolean endsLike(FileName name) {
        return endings.contains(name.ending());
    }

    /** @return the type of a stored version */
    static FileType ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Stored with a type that is not taken: " + mediaType));
    }

    /** @return all endings with a dot, for the file dialog */
    static List<String> allEndings() {
        return Stream.of(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .toList();
    }
}
